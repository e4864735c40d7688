import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { poll } from "./poll.mjs";
import { identify, isSameProcess } from "./processes.mjs";

let attempt = 0;

/**
 * Takes a file as a lock for this process. A lock whose process is dead (kill -9, power cut) is taken over.
 *
 * @param {string} path
 * @param {object} note Put into the file beside the identity of this process.
 * @returns {{ taken: true, previous: object | undefined } | { taken: false, holder: object }} `previous` is what a dead
 *   process left in the file.
 */
export function takeFile(path, note = {}) {
  attempt += 1;
  const mine = `${path}.${process.pid}-${attempt}`;
  writeFileSync(mine, JSON.stringify({ ...identify(process.pid), ...note }), { mode: 0o600 });
  try {
    let previous;
    for (;;) {
      if (linkExclusively(mine, path)) return { taken: true, previous };
      const holder = readFileNote(path);
      if (isSameProcess(holder)) return { taken: false, holder };
      previous = removeStale(path, `${mine}-stale`, holder) ?? previous;
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Gives the lock back; harmless when this process does not hold it. */
export function releaseFile(path) {
  if (readFileNote(path)?.pid === process.pid) rmSync(path, { force: true });
}

/** Changes what the lock file of this process says. */
export function annotateFile(path, note) {
  const next = `${path}.${process.pid}-note`;
  writeFileSync(next, JSON.stringify({ ...readFileNote(path), ...note }), { mode: 0o600 });
  renameSync(next, path);
}

/** Runs `work` while this process alone holds the file; waits for the process that has it. */
export async function whileHolding(path, work, { timeoutMs = 120_000 } = {}) {
  const held = await poll(() => takeFile(path).taken, { timeoutMs, everyMs: 20 });
  if (!held) throw new Error(`Waited ${timeoutMs / 1000} s for ${path}, held by process ${readFileNote(path)?.pid}.`);
  try {
    return await work();
  } finally {
    releaseFile(path);
  }
}

/** What a lock file says, `undefined` when there is none or it was cut short. */
export function readFileNote(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Gives a finished file a second name, and says whether that name was free. */
export function linkExclusively(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP"].includes(error.code)) throw error;
    return copyExclusively(from, to);
  }
}

/** For file systems without hard links. */
function copyExclusively(from, to) {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves the stale file aside first, so that of two processes that saw it only one removes it. */
function removeStale(path, aside, stale) {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
  const moved = readFileNote(aside);
  if (isSameProcess(moved) && moved?.pid !== stale?.pid) linkExclusively(aside, path);
  rmSync(aside, { force: true });
  return moved;
}
