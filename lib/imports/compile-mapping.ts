import { AppError, type Issue } from "@/lib/errors";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import type { FieldSource, ImportOptions } from "@/lib/schemas/import-options";
import { FREE_FIELD_PREFIX, IMPORT_FIELDS, type ImportType, MAX_FREE_FIELDS } from "./import-types";

/** Where a field's text comes from: `index` is the column, -1 for a constant. `name` is what faults are reported under. */
export type CompiledSource = Readonly<{ index: number; constant: string; name: string }>;

/** The sources of an import's fields. Names that people choose are keys of a Map, never of an object. */
export type CompiledMapping = Readonly<{
  fields: ReadonlyMap<string, CompiledSource>;
  /** Traits or details: the name without its prefix. */
  free: readonly Readonly<{ name: string; source: CompiledSource }>[];
}>;

/**
 * Checks a mapping against a file's columns.
 * @throws AppError unprocessable that lists every unknown or repeated field, unknown or shared column and missing field
 */
export function compileMapping(type: ImportType, options: ImportOptions, file: ImportDetected): CompiledMapping {
  const issues: Issue[] = [];
  const fields = new Map<string, CompiledSource>();
  const free: { name: string; source: CompiledSource }[] = [];
  const known = new Set(IMPORT_FIELDS[type].map((field) => field.name));
  const prefix = FREE_FIELD_PREFIX[type];
  for (const [field, from] of Object.entries(options.mapping)) {
    const source = compileSource(field, from, file, issues);
    if (known.has(field)) fields.set(field, source);
    else if (prefix && field.startsWith(prefix) && field.length > prefix.length) {
      free.push({ name: field.slice(prefix.length).normalize("NFC"), source });
    } else issues.push(issue(field, "unknown-field", `A file of ${type} has no field “${field}”. ${fieldsOf(type)}`));
  }
  for (const { name, isRequired } of IMPORT_FIELDS[type]) {
    if (isRequired && !fields.has(name)) issues.push(issue(name, "missing", `Say which column is “${name}”.`));
  }
  if (free.length > MAX_FREE_FIELDS)
    issues.push(issue("*", "too-many-fields", `At most ${MAX_FREE_FIELDS} ${prefix}* fields.`));
  if (issues.length > 0) {
    throw new AppError(
      "unprocessable",
      issues
        .map(({ message }) => message)
        .slice(0, 5)
        .join(" "),
      { issues },
    );
  }
  return { fields, free };
}

function compileSource(field: string, from: FieldSource, file: ImportDetected, issues: Issue[]): CompiledSource {
  if (typeof from === "object") return { index: -1, constant: from.constant, name: field };
  const wanted = from.normalize("NFC").trim();
  const index = file.columns.findIndex((column) => column.name === wanted);
  if (index === -1) issues.push(issue(field, ...whyNoColumn(wanted, file)));
  return { index, constant: "", name: wanted };
}

function whyNoColumn(wanted: string, file: ImportDetected): [string, string] {
  const shared = file.columns.filter(
    (column) => column.problem === "duplicate-name" && baseName(column.name) === wanted,
  );
  if (shared.length > 0) {
    const places = shared.map((column) => file.columns.indexOf(column) + 1).join(" and ");
    const names = shared.map((column) => `“${column.name}”`).join(" or ");
    return ["duplicate-column", `“${wanted}” stands twice in the header (line 1, columns ${places}). Say ${names}.`];
  }
  const names = file.columns.slice(0, 20).map((column) => column.name);
  return ["unknown-column", `There is no column “${wanted}” in this file. Its columns are: ${names.join(", ")}.`];
}

function baseName(name: string): string {
  return name.replace(/ \(\d+\)'*$/, "");
}

function issue(field: string, code: string, message: string): Issue {
  return { path: `mapping.${field}`, code, message };
}

function fieldsOf(type: ImportType): string {
  const names = IMPORT_FIELDS[type].map((field) => field.name);
  const prefix = FREE_FIELD_PREFIX[type];
  return `Its fields are ${names.join(", ")}${prefix ? ` and ${prefix}…` : ""}.`;
}
