import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { poll } from "./poll.mjs";
import { commandLine, identify, isSameProcess, signal } from "./processes.mjs";

/**
 * The server that runs on a cluster now, whoever started it, read from its `postmaster.pid`.
 *
 * @param {string} cluster
 * @returns {{ pid: number, began: string, port: number, status: string } | undefined} `status` is PostgreSQL's own word:
 *   "starting", "ready" or "stopping".
 */
export function runningServer(cluster) {
  const lines = readLines(join(cluster, "postmaster.pid"));
  const identity = identify(Number(lines[0]));
  if (identity === undefined || !isPostgres(identity.pid)) return undefined;
  return { ...identity, port: Number(lines[3]), status: lines[7]?.trim() ?? "starting" };
}

/**
 * Removes a `postmaster.pid` whose process is gone (power cut), because PostgreSQL would not start when another
 * process got that id since. Safe only while no server runs on the cluster.
 */
export function clearStalePidFile(cluster) {
  if (runningServer(cluster) === undefined) rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/**
 * Stops a server: the fast way (sessions end, everything is written out); by force when that takes too long, which the
 * next start recovers from.
 *
 * @param {{ pid: number, began: string }} server
 */
export async function stopServer(server) {
  for (const [name, timeoutMs] of [
    ["SIGINT", 60_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 10_000],
  ]) {
    if (!isSameProcess(server) || !signal(server.pid, name)) return;
    if (await poll(() => !isSameProcess(server), { timeoutMs, everyMs: 10 })) return;
  }
  throw new Error(`The database (process ${server.pid}) does not stop.`);
}

function isPostgres(pid) {
  const line = commandLine(pid);
  return line === "" || line.includes("postgres");
}

function readLines(path) {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch (error) {
    if (["ENOENT", "EACCES"].includes(error.code)) return []; // none, or not one of ours
    throw error;
  }
}
