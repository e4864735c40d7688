import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFileNote } from "./exclusive-file.mjs";
import { identify, isSameProcess } from "./processes.mjs";

/**
 * Notes that this process uses the embedded server, and so does its child. Whoever leaves last stops the server.
 *
 * @param {string} folder The folder of such notes, one file a launcher.
 * @param {number} [childPid]
 */
export function joinUsers(folder, childPid) {
  const note = { ...identify(process.pid), child: childPid === undefined ? undefined : identify(childPid) };
  const file = noteFile(folder, process.pid);
  writeFileSync(`${file}.new`, JSON.stringify(note), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Takes the note of this process back. */
export function leaveUsers(folder) {
  rmSync(noteFile(folder, process.pid), { force: true });
}

/** How many launchers, or children that outlived theirs, use the server; notes of the dead are swept away. */
export function countUsers(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.filter((name) => {
    const file = join(folder, name);
    const note = readFileNote(file);
    const isAlive = isSameProcess(note) || isSameProcess(note?.child);
    if (!isAlive) rmSync(file, { force: true });
    return isAlive;
  }).length;
}

function noteFile(folder, pid) {
  return join(folder, `${pid}.json`);
}
