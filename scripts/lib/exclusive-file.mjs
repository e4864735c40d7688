import { readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { poll } from "./poll.mjs";
import { identify, isSameProcess } from "./processes.mjs";

let attempt = 0;

/**
 * Takes a path as a lock for this process. A lock whose process is dead (kill -9, power cut) is taken over.
 *
 * The lock is a symbolic link whose target is the note itself: it is made whole or not at all, and needs no room for
 * data, so that locks work on a full disk.
 *
 * @param {string} path
 * @param {object} note Kept beside the identity of this process.
 * @returns {{ taken: true, previous: object | undefined } | { taken: false, holder: object }} `previous` is the note of a
 *   dead process.
 */
export function takeFile(path, note = {}) {
  let previous;
  for (;;) {
    if (writeNoteOnce(path, { ...identify(process.pid), ...note })) return { taken: true, previous };
    const holder = readNote(path);
    if (isSameProcess(holder)) return { taken: false, holder };
    previous = removeStale(path, holder) ?? previous;
  }
}

/** Gives the lock back; harmless when this process does not hold it. */
export function releaseFile(path) {
  if (readNote(path)?.pid === process.pid) rmSync(path, { force: true });
}

/** Runs `work` while this process alone holds the lock; waits for the process that has it. */
export async function whileHolding(path, work, { timeoutMs = 120_000 } = {}) {
  const held = await poll(() => takeFile(path).taken, { timeoutMs, everyMs: 20 });
  if (!held) throw new Error(`Waited ${timeoutMs / 1000} s for ${path}, held by process ${readNote(path)?.pid}.`);
  try {
    return await work();
  } finally {
    releaseFile(path);
  }
}

/** Writes a note in place of the one that is there. */
export function replaceNote(path, note) {
  const next = nameBeside(path);
  writeNoteOnce(next, note);
  renameSync(next, path);
}

/** What a note says, `undefined` when there is none. */
export function readNote(path) {
  try {
    return JSON.parse(readlinkSync(path));
  } catch (error) {
    if (["ENOENT", "EINVAL"].includes(error.code) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function writeNoteOnce(path, note) {
  try {
    symlinkSync(JSON.stringify(note), path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves the stale note aside first, so that of two processes that saw it only one removes it. */
function removeStale(path, stale) {
  const aside = nameBeside(path);
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
  const moved = readNote(aside);
  if (isSameProcess(moved) && moved.pid !== stale?.pid) writeNoteOnce(path, moved);
  rmSync(aside, { force: true });
  return moved;
}

function nameBeside(path) {
  attempt += 1;
  return `${path}.${process.pid}-${attempt}`;
}
