import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outerLines, readFrom } from "./file-tail.mjs";
import { refuseWhenInterrupted, whenInterrupted } from "./interruption.mjs";
import { LaunchFailure } from "./launch-failure.mjs";
import { ROOT } from "./paths.mjs";

const SHOWN_LINES = { first: 15, last: 20 };

/**
 * Runs a tool with its output put into a log file; only when it fails, some of that is shown.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ name: string, env?: Record<string, string> }} options `name` names the log file.
 */
export async function runHidden(command, args, { name, env = {} }) {
  refuseWhenInterrupted();
  const logFolder = mkdtempSync(join(tmpdir(), "rekindle-log-"));
  const log = join(logFolder, `${name.replaceAll(" ", "-")}.log`);
  const file = openSync(log, "a", 0o600);
  const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", file, file] });
  closeSync(file);
  const forget = whenInterrupted(() => child.kill("SIGTERM"));
  const ending = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signalName) => resolve(code === 0 ? undefined : `exit ${code ?? signalName}`));
  });
  forget();
  refuseWhenInterrupted();
  if (ending === undefined) {
    rmSync(logFolder, { recursive: true, force: true });
    return;
  }
  const tail = outerLines(readFrom(log), SHOWN_LINES).replaceAll(/^/gm, "  ");
  throw new LaunchFailure(`${name} failed (${ending}). From ${log}:\n${tail}`);
}
