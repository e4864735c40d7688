import { FREE_FIELD_PREFIX, IMPORT_FIELDS, type ImportType } from "@/lib/imports/import-types";
import type { ImportView } from "@/lib/imports/import-view";
import type { ImportOptions } from "@/lib/schemas/import-options";

/** What stands in the form: a field for each column ("" is none), the same text for fields without one, and the options. */
export type MappingState = Readonly<{
  fields: readonly string[];
  constants: Readonly<Record<string, string>>;
  dateFormat: string;
  numberFormat: string;
  timeZone: string;
  unknownCustomer: string;
  unknownKind: string;
  onError: string;
}>;

/** Fields that may be the same for every row of a file. */
export const CONSTANT_FIELDS: Readonly<Record<ImportType, readonly string[]>> = {
  touchpoints: ["kind"],
  customers: ["currency"],
  outcomes: ["type"],
};

/** The options of the last attempt, or what was recognised. */
export function initialState({ detected, options }: Pick<ImportView, "detected" | "options">): MappingState {
  const fieldOf = new Map(
    Object.entries(options?.mapping ?? {}).flatMap(([field, source]) =>
      typeof source === "string" ? [[source, field]] : [],
    ),
  );
  const constants = Object.entries(options?.mapping ?? {}).flatMap(([field, source]) =>
    typeof source === "string" ? [] : [[field, source.constant]],
  );
  return {
    fields: detected.columns.map(({ name, suggestion }) => (options ? (fieldOf.get(name) ?? "") : (suggestion ?? ""))),
    constants: Object.fromEntries(constants),
    dateFormat: options?.dateFormat ?? "",
    numberFormat: options?.numberFormat ?? "",
    timeZone: options?.timeZone ?? "",
    unknownCustomer: options?.unknownCustomer ?? "create",
    unknownKind: options?.unknownKind ?? "create",
    onError: options?.onError ?? "skip",
  };
}

/** Gives a column its field; another column that had it loses it. */
export function withField(state: MappingState, column: number, field: string): MappingState {
  const fields = state.fields.map((current, index) => {
    if (index === column) return field;
    return field !== "" && current === field ? "" : current;
  });
  return { ...state, fields };
}

/** What the API is sent. Empty choices are left out. */
export function toOptions(state: MappingState, columns: readonly Readonly<{ name: string }>[]): Partial<ImportOptions> {
  const mapped = state.fields.flatMap((field, index) =>
    field === "" ? [] : [[field, columns[index]?.name ?? ""] as const],
  );
  const taken = new Set(state.fields);
  const constant = Object.entries(state.constants).flatMap(([field, text]) =>
    text.trim() === "" || taken.has(field) ? [] : [[field, { constant: text.trim() }] as const],
  );
  const { dateFormat, numberFormat, timeZone, unknownCustomer, unknownKind, onError } = state;
  const chosen = { dateFormat, numberFormat, timeZone: timeZone.trim(), unknownCustomer, unknownKind, onError };
  const given = Object.entries(chosen).filter(([, text]) => text !== "");
  return {
    mapping: Object.fromEntries<ImportOptions["mapping"][string]>([...mapped, ...constant]),
    ...Object.fromEntries(given),
  };
}

/** Fields that are needed and come from nowhere yet. */
export function missingFields(type: ImportType, state: MappingState): string[] {
  const { fields, constants } = state;
  const needed = IMPORT_FIELDS[type].filter((field) => field.isRequired).map((field) => field.name);
  return needed.filter((name) => !fields.includes(name) && !(constants[name] ?? "").trim());
}

/** The free field that a column can become: a trait or a detail under its own name. */
export function freeFieldOf(type: ImportType, column: string): string | undefined {
  const prefix = FREE_FIELD_PREFIX[type];
  if (!prefix) return undefined;
  return column.startsWith(prefix) ? column : `${prefix}${column.slice(0, 100)}`;
}
