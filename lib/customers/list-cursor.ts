import { z } from "zod";
import { AppError } from "@/lib/errors";

const position = z.tuple([z.string(), z.union([z.string().max(1_000), z.number()]), z.int()]);

/** Where a page ended: the order it was in, the last row's value and its customer. Holds nothing that grants access. */
export type ListPosition = Readonly<{ sort: string; value: string | number; customerId: number }>;

export function encodeCursor({ sort, value, customerId }: ListPosition): string {
  return Buffer.from(JSON.stringify([sort, value, customerId])).toString("base64url");
}

/** @throws AppError bad-request when it is not a cursor of this list in this order */
export function decodeCursor(cursor: string, sort: string): ListPosition {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw unusable();
  }
  const parsed = position.safeParse(json);
  if (!parsed.success || parsed.data[0] !== sort) throw unusable();
  return { sort, value: parsed.data[1], customerId: parsed.data[2] };
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
