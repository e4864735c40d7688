import { spawn } from "node:child_process";
import { exitCodeOf, refuseWhenInterrupted, whenInterrupted } from "./interruption.mjs";
import { LaunchFailure } from "./launch-failure.mjs";
import { ROOT } from "./paths.mjs";

/**
 * Runs a command with this process's own input and output.
 *
 * @param {string[]} line The program and its arguments.
 * @param {{ env: Record<string, string | undefined>, onStart?: (child: import("node:child_process").ChildProcess) => void }} options
 * @returns {Promise<number>} its exit code.
 */
export async function runAttached([program, ...args], { env, onStart = () => {} }) {
  refuseWhenInterrupted();
  const child = spawn(program, args, { cwd: ROOT, env, stdio: "inherit" });
  const ended = new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(new LaunchFailure(`${program} cannot be run: ${cause.message}`, { cause })));
    child.once("exit", (code, signalName) => resolve(code ?? exitCodeOf(signalName)));
  });
  const forget = whenInterrupted((signalName) => {
    const cameFromTerminal = signalName === "SIGINT" && process.stdin.isTTY;
    if (!cameFromTerminal) child.kill(signalName); // a terminal has sent it to the child as well
  });
  try {
    if (child.pid !== undefined) onStart(child);
    return await ended;
  } finally {
    forget();
  }
}
