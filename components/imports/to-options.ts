import type { ImportOptions } from "@/lib/schemas/import-options";
import { type MappingState, SPLIT, splitFields } from "./mapping-state";

/** What the API is sent. Empty choices are left out, and so is what columns that are taken apart say themselves. */
export function toOptions(state: MappingState, columns: readonly Readonly<{ name: string }>[]): Partial<ImportOptions> {
  const ofSplit = new Set(splitFields(state));
  const taken = new Set([...state.fields, ...ofSplit]);
  const mapped = state.fields.flatMap((field, index) =>
    field === "" || field === SPLIT || ofSplit.has(field) ? [] : [[field, columns[index]?.name ?? ""] as const],
  );
  const constant = Object.entries(state.constants).flatMap(([field, text]) =>
    text.trim() === "" || taken.has(field) ? [] : [[field, { constant: text.trim() }] as const],
  );
  const kinds = Object.entries(state.kindMapping).filter(([, kind]) => kind !== "");
  const { dateFormat, numberFormat, timeZone, unknownCustomer, unknownKind, onError, blankCells } = state;
  const chosen = {
    dateFormat,
    numberFormat,
    timeZone: timeZone.trim(),
    unknownCustomer,
    unknownKind,
    onError,
    blankCells,
  };
  return {
    mapping: Object.fromEntries<ImportOptions["mapping"][string]>([...mapped, ...constant]),
    ...(ofSplit.size > 0 ? { split: splitOf(state, columns) } : {}),
    ...(kinds.length > 0 ? { kindMapping: Object.fromEntries(kinds) } : {}),
    ...Object.fromEntries(Object.entries(chosen).filter(([, text]) => text !== "")),
  };
}

function splitOf(
  state: MappingState,
  columns: readonly Readonly<{ name: string }>[],
): NonNullable<ImportOptions["split"]> {
  return {
    columns: columns.filter((_, index) => state.fields[index] === SPLIT).map(({ name }) => name),
    names: state.splitNames,
    cells: state.splitCells,
    zeros: state.splitZeros,
  };
}

/** Whether two options say the same, whatever the order they stand in. */
export function saySame(one: Partial<ImportOptions>, other: Partial<ImportOptions> | null): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
