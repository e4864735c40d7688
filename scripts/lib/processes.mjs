import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { poll } from "./poll.mjs";

/**
 * Names one life of a process: its id and when it began, because an id alone is given again after a restart.
 *
 * @returns {{ pid: number, began: string } | undefined} `undefined` when no such process lives (a zombie does not).
 */
export function identify(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const began = process.platform === "linux" ? beganOnLinux(pid) : beganElsewhere(pid);
  return began === undefined ? undefined : { pid, began };
}

/** Whether exactly the process that was identified earlier still lives. */
export function isSameProcess(identity) {
  const now = identify(identity?.pid);
  return now !== undefined && now.began === identity.began;
}

/** The command line of a process, empty when it cannot be read. */
export function commandLine(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return ""; // gone between two looks, or not ours to see
  }
}

/** Sends a signal and says whether there was a process to take it. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}

/** Ends another launcher's leftover process group: politely, then by force. */
export async function endLeftover(identity) {
  if (!isSameProcess(identity)) return;
  for (const [name, timeoutMs] of [
    ["SIGTERM", 5_000],
    ["SIGKILL", 5_000],
  ]) {
    signal(-identity.pid, name) || signal(identity.pid, name);
    if (await poll(() => !isSameProcess(identity), { timeoutMs })) return;
  }
}

function beganOnLinux(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    return state === "Z" || state === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function beganElsewhere(pid) {
  try {
    const [state, ...began] = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .split(/\s+/);
    return state.startsWith("Z") ? undefined : began.join(" ");
  } catch {
    return undefined;
  }
}
