import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");
const CODE = /\.(ts|tsx|mjs)$/;
const GENERATED = "lib/db/generated";

export type SourceFile = Readonly<{
  /** From the root of the repository, with slashes. */
  path: string;
  text: string;
  lines: number;
}>;

/** The code files under some folders of the repository, or the files named, by path; generated code left out. */
export function readSourceFiles(...places: readonly string[]): SourceFile[] {
  return places.flatMap(listCode).sort().map(readSourceFile);
}

/** Any text file of the repository. */
export function readRepositoryFile(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The names of what lies directly in a folder of the repository. */
export function listFolder(path: string): string[] {
  return readdirSync(join(ROOT, path)).sort();
}

function readSourceFile(path: string): SourceFile {
  const text = readRepositoryFile(path);
  return { path, text, lines: text.replace(/\n$/, "").split("\n").length };
}

function listCode(place: string): string[] {
  if (CODE.test(place)) return [place];
  return readdirSync(join(ROOT, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.startsWith(`${GENERATED}/`));
}
