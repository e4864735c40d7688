import type { z } from "zod";
import { AppError } from "@/lib/errors";

/**
 * The position that a cursor from outside stands for.
 * @param schema what a position of the list looks like
 * @param list the list, as the sentence about a bad cursor names it: “a journey”
 * @throws AppError bad-request for a cursor that is none of the list
 */
export function decodePosition<Position>(cursor: string, schema: z.ZodType<Position>, list: string): Position {
  const parsed = schema.safeParse(jsonOf(cursor));
  if (parsed.success) return parsed.data;
  throw new AppError("bad-request", `This cursor is not one of ${list}. Start again without a cursor.`, {
    issues: [{ path: "cursor", code: "bad-cursor", message: "Take the nextCursor of the page before, unchanged." }],
  });
}

/** Null for what is no JSON, which is no position either. */
function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
