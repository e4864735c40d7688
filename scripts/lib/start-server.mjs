import { spawn } from "node:child_process";
import { closeSync, openSync, renameSync, statSync } from "node:fs";
import { dropBallast } from "./ballast.mjs";
import { readFrom } from "./file-tail.mjs";
import { tryPort } from "./free-port.mjs";
import { explainFileError, LaunchFailure, tellsOfFullDisk } from "./launch-failure.mjs";
import { poll } from "./poll.mjs";
import { clearStalePidFile, runningServer } from "./postmaster.mjs";
import { serverEnvironment } from "./server-environment.mjs";
import { serverArguments } from "./server-settings.mjs";
import { say } from "./steps.mjs";

const LONGEST_RECOVERY_MS = 30 * 60_000;
const LONGEST_LEFTOVER_MS = 15_000;
const LOG_TURNS_OVER_BYTES = 20 * 1024 * 1024;

/**
 * Starts PostgreSQL on a cluster and waits until it takes connections. It outlives this process: a launcher that is
 * killed leaves it running, and the next one finds it by its `postmaster.pid`.
 *
 * @param {object} options
 * @param {number} [options.port] Without it, or when it is taken and `mayMove`, a free one.
 * @returns {Promise<{ pid: number, began: string, port: number }>}
 * @throws LaunchFailure saying in a sentence why it cannot start.
 */
export async function startServer({ folder, cluster, user, binaries, port, mayMove = true, throwaway }) {
  const giveUpAt = performance.now() + LONGEST_LEFTOVER_MS;
  let wanted = port;
  turnLogOver(folder.log);
  for (;;) {
    clearStalePidFile(cluster);
    const usedPort = await choosePort(wanted, mayMove);
    const attempt = await attemptStart({ log: folder.log, cluster, user, binaries, port: usedPort, throwaway });
    if (attempt.server) return attempt.server;
    const isLate = performance.now() > giveUpAt;
    if (tellsOfFullDisk(attempt.output) && dropBallast(folder.ballast)) {
      say(
        `The disk that holds ${folder.path} is full. A reserve of 16 MB was given back so that the database can start; free some space.`,
      );
    } else if (/Address already in use|could not bind/.test(attempt.output) && mayMove && !isLate) {
      wanted = undefined;
    } else if (isLeftover(attempt.output) && !isLate) {
      await poll(() => false, { timeoutMs: 100 });
    } else {
      throw explainStop(attempt.output, folder);
    }
  }
}

async function choosePort(wanted, mayMove) {
  if (wanted === undefined) return tryPort(0);
  if (!mayMove) return wanted;
  return tryPort(wanted).catch(() => tryPort(0));
}

async function attemptStart({ log, cluster, user, binaries, port, throwaway }) {
  const offset = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const logFile = openSync(log, "a", 0o600);
  const child = spawn(binaries.postgres, serverArguments({ cluster, port, throwaway }), {
    ...user,
    cwd: "/",
    detached: true, // Ctrl-C in the terminal is for the launcher, which stops the database last
    env: serverEnvironment(),
    stdio: ["ignore", logFile, logFile],
  });
  closeSync(logFile);
  let ended;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", (code, signalName) => {
    ended ??= `exit ${code ?? signalName}`;
  });
  const server = await poll(() => ended ?? readyServer(cluster, child.pid), {
    timeoutMs: LONGEST_RECOVERY_MS,
    everyMs: 10,
  });
  child.unref();
  if (typeof server === "object") return { server };
  return { output: `${readFrom(log, offset)}\n${ended ?? "it was not ready in half an hour"}` };
}

function readyServer(cluster, pid) {
  const server = runningServer(cluster);
  return server?.pid === pid && server.status === "ready" ? server : undefined;
}

/** A database that was killed leaves sessions that take a moment to notice. */
function isLeftover(output) {
  return /pre-existing shared memory block|lock file "[^"]+" already exists|is still in use/.test(output);
}

function explainStop(output, folder) {
  if (tellsOfFullDisk(output)) return explainFileError({ code: "ENOSPC" }, folder.path);
  if (/Read-only file system/.test(output)) return explainFileError({ code: "EROFS" }, folder.path);
  if (/Permission denied|has invalid permissions|has wrong ownership/.test(output)) {
    return new LaunchFailure(
      `The database may not use its files in ${folder.cluster}: they must belong to the user that runs it, with mode 0700.`,
    );
  }
  const lines = output.trim().split("\n").slice(-6).join("\n  ");
  return new LaunchFailure(`The database did not start. Its last lines in ${folder.log}:\n  ${lines}`);
}

function turnLogOver(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_TURNS_OVER_BYTES) renameSync(log, `${log}.1`);
}
