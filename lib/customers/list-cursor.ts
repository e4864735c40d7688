import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { CustomerSort } from "@/lib/schemas/customer-list";
import { LIST_SORTS, SORT_VALUES, splitSort } from "./list-sorts";

const position = z.tuple([z.string(), z.string().max(20_000), z.int().min(1).max(2_147_483_647)]);

/** Where a page ended: the order it was in, the last row's value and its customer. Holds nothing that grants access. */
export type ListPosition = Readonly<{ sort: string; value: string; customerId: number }>;

export function encodeCursor({ sort, value, customerId }: ListPosition): string {
  return Buffer.from(JSON.stringify([sort, value, customerId])).toString("base64url");
}

/** @throws AppError bad-request when it is not a cursor of this list in this order */
export function decodeCursor(cursor: string, sort: CustomerSort): ListPosition {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw unusable();
  }
  const parsed = position.safeParse(json);
  if (!parsed.success || parsed.data[0] !== sort || !isValueOf(sort, parsed.data[1])) throw unusable();
  return { sort, value: parsed.data[1], customerId: parsed.data[2] };
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

function unusable(): AppError {
  return new AppError(
    "bad-request",
    "This cursor is not one of this list in this order. Start again without a cursor.",
    {
      issues: [{ path: "cursor", code: "bad-cursor", message: "Take the nextCursor of the page before, unchanged." }],
    },
  );
}
