import { FREE_FIELD_PREFIX, IMPORT_FIELDS, type ImportType } from "@/lib/imports/import-types";
import type { ImportView } from "@/lib/imports/import-view";
import type { ImportOptions } from "@/lib/schemas/import-options";

/** In the place of a field: the column is taken apart, so that every filled cell of it becomes a touchpoint. */
export const SPLIT = "(split)";

/**
 * What stands in the wizard: a field for each column ("" is none), the same text for fields without one, how columns are
 * taken apart, what kinds are called, and the options.
 */
export type MappingState = Readonly<{
  fields: readonly string[];
  constants: Readonly<Record<string, string>>;
  splitNames: "kind" | "occurredAt";
  splitCells: "value" | "occurredAt" | "nothing";
  splitZeros: "skip" | "keep";
  kindMapping: Readonly<Record<string, string>>;
  dateFormat: string;
  numberFormat: string;
  timeZone: string;
  unknownCustomer: string;
  unknownKind: string;
  onError: string;
  blankCells: string;
}>;

/** Fields that may be the same for every row of a file. */
export const CONSTANT_FIELDS: Readonly<Record<ImportType, readonly string[]>> = {
  touchpoints: ["kind", "occurredAt"],
  customers: ["currency"],
  outcomes: ["type", "occurredOn"],
};

type Detected = ImportView["detected"];

/** What was recognised, or what stands in options of before: those of an earlier attempt or of a file of the same shape. */
export function initialState(detected: Detected, options: ImportOptions | null): MappingState {
  const mapping = Object.entries(options?.mapping ?? {});
  const fieldOf = new Map(mapping.flatMap(([field, from]) => (typeof from === "string" ? [[plain(from), field]] : [])));
  const constants = mapping.flatMap(([field, from]) => (typeof from === "string" ? [] : [[field, from.constant]]));
  const split = new Set(options?.split?.columns.map(plain));
  const fields = detected.columns.map(({ name, suggestion }) => {
    if (!options) return suggestion ?? "";
    return split.has(plain(name)) ? SPLIT : (fieldOf.get(plain(name)) ?? "");
  });
  return {
    fields,
    constants: Object.fromEntries(constants),
    splitNames: options?.split?.names ?? "kind",
    splitCells: options?.split?.cells ?? "value",
    splitZeros: options?.split?.zeros ?? "skip",
    kindMapping: options?.kindMapping ?? {},
    dateFormat: options?.dateFormat ?? "",
    numberFormat: options?.numberFormat ?? "",
    timeZone: options?.timeZone ?? "",
    unknownCustomer: options?.unknownCustomer ?? "create",
    unknownKind: options?.unknownKind ?? "create",
    onError: options?.onError ?? "skip",
    blankCells: options?.blankCells ?? "keep",
  };
}

/** Files of one shape may differ in capitals. */
function plain(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim();
}

/** Gives a column its field; another column that had it loses it, except where several columns are taken apart. */
export function withField(state: MappingState, column: number, field: string): MappingState {
  const fields = state.fields.map((current, index) => {
    if (index === column) return field;
    return field !== "" && field !== SPLIT && current === field ? "" : current;
  });
  return { ...state, fields };
}

/** Fields that come from columns that are taken apart. */
export function splitFields(state: MappingState): string[] {
  if (!state.fields.includes(SPLIT)) return [];
  return state.splitCells === "nothing" ? [state.splitNames] : [state.splitNames, state.splitCells];
}

/** Fields that are needed and come from nowhere yet. */
export function missingFields(type: ImportType, state: MappingState): string[] {
  const { fields, constants } = state;
  const given = new Set([...fields, ...splitFields(state)]);
  const needed = IMPORT_FIELDS[type].filter((field) => field.isRequired).map((field) => field.name);
  return needed.filter((name) => !given.has(name) && !(constants[name] ?? "").trim());
}

/** The free field that a column can become: a trait or a detail under its own name. */
export function freeFieldOf(type: ImportType, column: string): string | undefined {
  const prefix = FREE_FIELD_PREFIX[type];
  if (!prefix) return undefined;
  return column.startsWith(prefix) ? column : `${prefix}${column.slice(0, 100)}`;
}
