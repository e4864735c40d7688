import { z } from "zod";
import { AppError } from "@/lib/errors";

const position = z.tuple([z.number().min(-62_135_596_800_000).max(253_402_300_799_999), z.string().min(1).max(600)]);

/** The touchpoint that a page ended with. Holds nothing that grants access. */
export type JourneyPosition = Readonly<{ occurredAtMs: number; id: string }>;

export function encodeJourneyCursor({ occurredAtMs, id }: JourneyPosition): string {
  return Buffer.from(JSON.stringify([occurredAtMs, id])).toString("base64url");
}

/** @throws AppError bad-request when it is no cursor of a journey */
export function decodeJourneyCursor(cursor: string): JourneyPosition {
  const parsed = position.safeParse(jsonOf(cursor));
  if (parsed.success) return { occurredAtMs: parsed.data[0], id: parsed.data[1] };
  throw new AppError("bad-request", "This cursor is not one of a journey. Start again without a cursor.", {
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
