import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readNote, replaceNote } from "./exclusive-file.mjs";
import { identify, isSameProcess } from "./processes.mjs";

/**
 * Notes that this process uses the embedded server, and so does its child. Whoever leaves last stops the server.
 *
 * @param {string} folder The folder of such notes, one a launcher.
 * @param {number} [childPid]
 */
export function joinUsers(folder, childPid) {
  const child = childPid === undefined ? undefined : identify(childPid);
  replaceNote(join(folder, String(process.pid)), { ...identify(process.pid), child });
}

/** Takes the note of this process back. */
export function leaveUsers(folder) {
  rmSync(join(folder, String(process.pid)), { force: true });
}

/** How many launchers, or children that outlived theirs, use the server; notes of the dead are swept away. */
export function countUsers(folder) {
  const names = readdirSync(folder).filter((name) => /^\d+$/.test(name));
  return names.filter((name) => {
    const note = readNote(join(folder, name));
    const isAlive = isSameProcess(note) || isSameProcess(note?.child);
    if (!isAlive) rmSync(join(folder, name), { force: true });
    return isAlive;
  }).length;
}
