import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const SCRIPTS = resolve(import.meta.dirname, "../../../scripts/lib");

/** A module of the launcher, which is plain JavaScript: its path is made here so that tsc does not look for types. */
export async function loadScript<T>(name: string): Promise<T> {
  const path: string = pathToFileURL(resolve(SCRIPTS, name)).href;
  return import(path);
}
