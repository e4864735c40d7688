import { join } from "node:path";
import { commandEnvironment, dataDir } from "../lib/command-environment.mjs";
import { openDataFolder } from "../lib/data-folder.mjs";
import { IMPORT_FLAGS } from "../lib/import-flags.mjs";
import { ensureInstalled } from "../lib/install.mjs";
import { LaunchFailure } from "../lib/launch-failure.mjs";
import { openDatabase } from "../lib/open-database.mjs";
import { runAttached } from "../lib/run-attached.mjs";
import { say } from "../lib/steps.mjs";

/** Runs scripts/cli/<command>.ts on the database of the data folder; stdout and exit code are the command's own. */
export async function runCli(command, args) {
  const file = join("scripts", "cli", `${command}.ts`);
  const flags = command === "import" ? IMPORT_FLAGS : [];
  const line = [process.execPath, ...flags, "--import", "tsx", file, ...args];
  if (args.includes("--help") || args.includes("-h")) {
    await ensureInstalled();
    return runAttached(line, { env: process.env });
  }
  return runOnDatabase(line, command);
}

/** `node scripts/launch.mjs exec -- <command…>`: any command on the database, for developers and tests. */
export async function runExec(args) {
  const line = args[0] === "--" ? args.slice(1) : args;
  if (line.length === 0)
    throw new LaunchFailure("Say what to run, as in: node scripts/launch.mjs exec -- node script.mjs");
  return runOnDatabase(line, "exec");
}

async function runOnDatabase(line, command) {
  const folder = openDataFolder(dataDir());
  await ensureInstalled();
  const database = await openDatabase(folder, { onLost: (error) => say(error.message) });
  try {
    const env = commandEnvironment(
      { folder, url: database.url },
      command === "worker" ? { NODE_ENV: "production" } : {},
    );
    return await runAttached(line, { env, onStart: (child) => database.noteChild(child.pid) });
  } finally {
    await database.close();
  }
}
