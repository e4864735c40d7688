import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { onSignals, wasInterrupted } from "./interruption.mjs";
import { LaunchFailure } from "./launch-failure.mjs";
import { ROOT } from "./paths.mjs";
import { say } from "./steps.mjs";

const COMMANDS = {
  demo: () => import("../commands/serve.mjs").then(({ serve }) => serve("demo")),
  start: () => import("../commands/serve.mjs").then(({ serve }) => serve("start")),
  migrate: () => import("../commands/migrate.mjs").then(({ runMigrate }) => runMigrate()),
  evaluate: (args) => import("../commands/evaluate.mjs").then(({ runEvaluate }) => runEvaluate(args)),
  bench: (args) => import("../commands/bench.mjs").then(({ runBench }) => runBench(args)),
  exec: (args) => import("../commands/run-command.mjs").then(({ runExec }) => runExec(args)),
};

/**
 * Runs one command of the launcher and ends the process with its exit code: 0 done, 1 failed, otherwise what the
 * command itself ended with.
 *
 * @param {string[]} argv The command and its arguments.
 */
export async function launch([command, ...args]) {
  onSignals();
  try {
    process.exitCode = await findCommand(command)(args);
  } catch (error) {
    process.exitCode = wasInterrupted() ?? 1;
    if (wasInterrupted() === undefined) say(error instanceof LaunchFailure ? error.message : error.stack);
  }
  process.stdout.write("", () => process.exit()); // timers of the schema engine would hold the process for 10 s
}

function findCommand(command) {
  const known = Object.hasOwn(COMMANDS, command ?? "") ? COMMANDS[command] : undefined;
  if (known) return known;
  const clis = listClis();
  if (clis.includes(command)) {
    return (args) => import("../commands/run-command.mjs").then(({ runCli }) => runCli(command, args));
  }
  const names = [...new Set([...Object.keys(COMMANDS), ...clis])].filter((name) => name !== "exec").sort();
  throw new LaunchFailure(`“${command ?? ""}” is no command of Rekindle. There are: ${names.join(", ")}.`);
}

function listClis() {
  const folder = join(ROOT, "scripts", "cli");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -".ts".length));
}
