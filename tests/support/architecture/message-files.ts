import { listFolder, readRepositoryFile } from "./source-files";

const FOLDER = "lib/i18n/messages/en";

/** The message files of the first language, parsed, by their name without `.json`. */
export function readMessageFiles(): Map<string, Record<string, unknown>> {
  return new Map(
    listFolder(FOLDER).map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readRepositoryFile(`${FOLDER}/${file}`)),
    ]),
  );
}

/** What stands at a dotted path: a text, a group of texts, or undefined. */
export function messageAt(files: ReadonlyMap<string, Record<string, unknown>>, path: string): unknown {
  const [file = "", ...rest] = path.split(".").filter((part) => part !== "");
  return [file, ...rest].reduce<unknown>(
    (group, part) => (isGroup(group) && Object.hasOwn(group, part) ? group[part] : undefined),
    files.get(file),
  );
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
