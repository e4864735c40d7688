import { z } from "zod";
import { decodePosition } from "@/lib/cursors/decode-position";
import { encodePosition } from "@/lib/cursors/encode-position";
import type { CustomerSort } from "@/lib/schemas/customer-list";
import { LIST_SORTS, SORT_VALUES, splitSort } from "./list-sorts";

const position = z.tuple([z.string(), z.string().max(20_000), z.int().min(1).max(2_147_483_647)]);

/** Where a page ended: the order it was in, the last row's value and its customer. */
export type ListPosition = Readonly<{ sort: string; value: string; customerId: number }>;

export function encodeCursor({ sort, value, customerId }: ListPosition): string {
  return encodePosition([sort, value, customerId]);
}

/** @throws AppError bad-request when it is not a cursor of this list in this order */
export function decodeCursor(cursor: string, sort: CustomerSort): ListPosition {
  const ofSort = position.refine(([order, value]) => order === sort && isValueOf(sort, value));
  const [, value, customerId] = decodePosition(cursor, ofSort, "this list in this order");
  return { sort, value, customerId };
}

function isValueOf(sort: CustomerSort, value: string): boolean {
  const { type } = LIST_SORTS[splitSort(sort).name];
  if (!SORT_VALUES[type].test(value)) return false;
  return type !== "date" || value === "infinity" || isCalendarDay(value);
}

function isCalendarDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}
