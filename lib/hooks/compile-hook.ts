import { AppError, type Issue } from "@/lib/errors";
import type { CompiledMapping, CompiledSource } from "@/lib/imports/compile-mapping";
import { FREE_FIELD_PREFIX, IMPORT_FIELDS } from "@/lib/imports/import-types";
import type { HookMapping } from "@/lib/schemas/hook";
import { type JsonPath, parseJsonPath } from "./json-path";

/** A hook's mapping, ready to read what is sent as if it were a row of a file: `paths` are its columns. */
export type CompiledHook = Readonly<{
  items: JsonPath;
  paths: readonly JsonPath[];
  mapping: CompiledMapping;
  /** The column that says the kind, whose words are the tool's own. */
  kindColumn: number;
  kinds: ReadonlyMap<string, string>;
}>;

const PREFIX = FREE_FIELD_PREFIX.touchpoints ?? "";
const KNOWN = new Set(IMPORT_FIELDS.touchpoints.map((field) => field.name));
const RECEIVED = "occurredAt";

/**
 * Checks a mapping and compiles it. Without a field for the time a touchpoint happens when it is received.
 * @throws AppError unprocessable that lists every path that is none, unknown field and missing field
 */
export function compileHook({ items, fields, kinds }: HookMapping): CompiledHook {
  const issues: Issue[] = [];
  const paths: JsonPath[] = [];
  const known = new Map<string, CompiledSource>();
  const free: { name: string; source: CompiledSource }[] = [];
  for (const [field, from] of Object.entries(fields)) {
    const source =
      "constant" in from ? constantSource(field, from.constant) : pathSource(field, from.path, paths, issues);
    if (KNOWN.has(field)) known.set(field, source);
    else if (field.startsWith(PREFIX) && field.length > PREFIX.length)
      free.push({ name: field.slice(PREFIX.length), source });
    else
      issues.push({ path: `mapping.fields.${field}`, code: "unknown-field", message: `There is no field “${field}”.` });
  }
  for (const { name, isRequired } of IMPORT_FIELDS.touchpoints) {
    if (!isRequired || name === RECEIVED || known.has(name)) continue;
    issues.push({ path: `mapping.fields.${name}`, code: "missing", message: `Say where “${name}” comes from.` });
  }
  const start = parseJsonPath(items);
  if (!start) issues.push(noPath("mapping.items", items));
  if (issues.length > 0) {
    throw new AppError("unprocessable", issues.map(({ message }) => message).join(" "), { issues });
  }
  return {
    items: start ?? [],
    paths,
    mapping: { fields: known, free },
    kindColumn: known.get("kind")?.index ?? -1,
    kinds: new Map(kinds.map(({ said, kind }) => [said, kind])),
  };
}

function constantSource(field: string, constant: string): CompiledSource {
  return { index: -1, constant, name: field };
}

function pathSource(field: string, text: string, paths: JsonPath[], issues: Issue[]): CompiledSource {
  const path = parseJsonPath(text);
  if (!path) issues.push(noPath(`mapping.fields.${field}`, text));
  paths.push(path ?? []);
  return { index: paths.length - 1, constant: "", name: text === "" ? field : text };
}

function noPath(path: string, text: string): Issue {
  return { path, code: "no-path", message: `“${text.slice(0, 80)}” is no path such as customer.id or items[0].name.` };
}
