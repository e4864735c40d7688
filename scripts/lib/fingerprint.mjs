import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./paths.mjs";

/** A hash over the content of files and folders of the checkout; what is not there counts as absent. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths) addPath(hash, path);
  return hash.digest("hex");
}

/** The fingerprint that was stamped when the work was last done, `undefined` when it never was. */
export function readStamp(path) {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Stamps work as done; a checkout that may not be written (an image) does without. */
export function writeStamp(path, value) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${value}\n`);
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(error.code)) throw error;
  }
}

function addPath(hash, path) {
  const stat = lstatSync(join(ROOT, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(join(ROOT, path)).sort()) addPath(hash, join(path, name));
    return;
  }
  if (stat.isFile()) hash.update(`${path}\0${stat.size}\0`).update(readFileSync(join(ROOT, path)));
}
