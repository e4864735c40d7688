import { closeSync, existsSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const MEGABYTE = 1024 * 1024;
const BALLAST_MEGABYTES = 16;
const LAY_ABOVE_MEGABYTES = 64;

/** Keeps 16 MB of the disk back, so that a database whose disk ran full has room to recover; only while there is room. */
export function layBallast(path) {
  if (existsSync(path) || freeMegabytes(dirname(path)) < LAY_ABOVE_MEGABYTES) return;
  const file = openSync(path, "wx", 0o600);
  try {
    const block = Buffer.alloc(MEGABYTE, 1);
    for (let written = 0; written < BALLAST_MEGABYTES; written += 1) writeSync(file, block);
  } finally {
    closeSync(file);
  }
}

/** Gives the reserve back to the disk, and says whether there was one. */
export function dropBallast(path) {
  if (!existsSync(path)) return false;
  rmSync(path);
  return true;
}

/** What an ordinary user can still write on the disk of a folder, in megabytes. */
function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / MEGABYTE;
}
