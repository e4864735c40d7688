import { AppError } from "@/lib/errors";
import { RowFault } from "@/lib/imports/read-cell";
import { createTouchpointReader } from "@/lib/imports/read-touchpoint-row";
import type { RejectedRow } from "@/lib/schemas/batch-result";
import type { ImportReading } from "@/lib/schemas/import-detected";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";
import type { CompiledHook } from "./compile-hook";
import { readJsonPath } from "./json-path";

/** The most touchpoints in one delivery. */
export const MAX_HOOK_ITEMS = 1_000;

/** What a payload holds: touchpoints that can be read, numbered by their place, and what is wrong with the others. */
export type ReadPayload = Readonly<{ rows: readonly TouchpointRow[]; rejected: readonly RejectedRow[] }>;

/**
 * Turns what a tool sent into touchpoints, through the reader that files go through.
 * @param receivedAt the time of those that say none, ISO
 * @throws AppError unprocessable when there is no touchpoint in it; too-large for more than 1,000
 */
export function readPayload(
  hook: CompiledHook,
  payload: unknown,
  reading: ImportReading,
  receivedAt: string,
): ReadPayload {
  const items = itemsOf(hook, payload);
  const fields = new Map(hook.mapping.fields);
  const hasOwnTime = fields.has("occurredAt");
  if (!hasOwnTime) fields.set("occurredAt", { index: -1, constant: receivedAt, name: "occurredAt" });
  // The time of arrival is ours, whatever the tool's dates look like.
  const asRead: ImportReading = hasOwnTime ? reading : { ...reading, order: "ymd", twoDigitYears: false };
  const read = createTouchpointReader({ ...hook.mapping, fields }, asRead);
  const rows: TouchpointRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const [index, item] of items.entries()) {
    const row = read(cellsOf(hook, item), index);
    if (row instanceof RowFault) rejected.push({ index, code: row.code, message: row.message });
    else rows.push({ ...row });
  }
  return { rows, rejected };
}

function itemsOf({ items }: CompiledHook, payload: unknown): readonly unknown[] {
  const found = readJsonPath(payload, items);
  const list = Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
  if (list.length === 0) throw new AppError("unprocessable", "There is no touchpoint in what was sent.");
  if (list.length > MAX_HOOK_ITEMS) {
    const most = MAX_HOOK_ITEMS.toLocaleString("en");
    throw new AppError("too-large", `At most ${most} touchpoints are taken at a time; this has ${list.length}.`);
  }
  return list;
}

function cellsOf({ paths, kindColumn, kinds }: CompiledHook, item: unknown): string[] {
  return paths.map((path, column) => {
    const text = cellText(readJsonPath(item, path));
    return column === kindColumn ? (kinds.get(text.trim()) ?? text) : text;
  });
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
