import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { lastLines } from "./file-tail.mjs";
import { exitCodeOf, refuseWhenInterrupted, whenInterrupted } from "./interruption.mjs";
import { LaunchFailure } from "./launch-failure.mjs";
import { ROOT } from "./paths.mjs";
import { poll } from "./poll.mjs";
import { signal } from "./processes.mjs";

const LONGEST_START_MS = 90_000;
const LONGEST_STOP_MS = 15_000;
const KEPT_CHARACTERS = 8_000;
const SHOWN_LINES = 20;
/** Room in megabytes for the batches that several senders have under way: with less, the collector copies them about. */
const WEB_FLAGS = ["--max-semi-space-size=64"];

/**
 * Starts the built web application as a child of its own process group.
 *
 * @param {{ env: object, listen: { host: string, port: number, address: string }, log?: string }} options Its output goes
 *   to the file `log`, else to this process's own.
 * @returns {{ pid: number, ready: Promise<void>, ended: Promise<void>, stop: () => void, isStopping: () => boolean }} `ready` once it is healthy;
 *   `ended` once it ended as asked. Both reject, with its last lines, when it ends by itself.
 */
export function startWeb({ env, listen, log }) {
  refuseWhenInterrupted();
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const args = [...WEB_FLAGS, next, "start", "-p", String(listen.port), "-H", listen.host];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const output = keepOutput(child, log);
  let isAskedToStop = false;
  let force;

  function stop() {
    if (isAskedToStop || child.exitCode !== null) return;
    isAskedToStop = true;
    signal(child.pid, "SIGTERM");
    force = setTimeout(() => signal(-child.pid, "SIGKILL"), LONGEST_STOP_MS);
  }

  const forget = whenInterrupted(stop);
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signalName) => {
      forget();
      clearTimeout(force);
      if (isAskedToStop) resolve();
      else reject(webFailure(`The web server ended by itself (exit code ${code ?? exitCodeOf(signalName)})`, output()));
    });
  });
  const ready = Promise.race([waitUntilHealthy(listen.address, () => isAskedToStop), ended]).then((health) => {
    if (health === undefined || health === "ok") return;
    stop();
    throw webFailure(`The web server is not healthy after ${LONGEST_START_MS / 1000} s (${health})`, output());
  });
  return { pid: child.pid, ready, ended, stop, isStopping: () => isAskedToStop };
}

/** "ok", or what the last answer was when time is up. */
async function waitUntilHealthy(address, isStopping) {
  let last = "no answer";
  const isHealthy = await poll(
    async () => {
      if (isStopping()) return true;
      try {
        const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) });
        last = `${response.status} ${(await response.text()).slice(0, 300)}`;
        return response.ok;
      } catch {
        return false; // it does not listen yet
      }
    },
    { timeoutMs: LONGEST_START_MS, everyMs: 50 },
  );
  return isHealthy ? "ok" : last;
}

function keepOutput(child, log) {
  const file = log === undefined ? undefined : createWriteStream(log, { flags: "a", mode: 0o600 });
  let kept = "";
  for (const [stream, own] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      kept = (kept + text).slice(-KEPT_CHARACTERS);
      (file ?? own).write(text);
    });
  }
  return () => kept;
}

function webFailure(sentence, output) {
  return new LaunchFailure(`${sentence}. Its last lines:\n${lastLines(output, SHOWN_LINES).replaceAll(/^/gm, "  ")}`);
}
