import { z } from "zod";
import { decodePosition } from "@/lib/cursors/decode-position";
import { encodePosition } from "@/lib/cursors/encode-position";

const position = z.tuple([z.number().min(-62_135_596_800_000).max(253_402_300_799_999), z.string().min(1).max(600)]);

/** The touchpoint that a page ended with. */
export type JourneyPosition = Readonly<{ occurredAtMs: number; id: string }>;

export function encodeJourneyCursor({ occurredAtMs, id }: JourneyPosition): string {
  return encodePosition([occurredAtMs, id]);
}

/** @throws AppError bad-request when it is no cursor of a journey */
export function decodeJourneyCursor(cursor: string): JourneyPosition {
  const [occurredAtMs, id] = decodePosition(cursor, position, "a journey");
  return { occurredAtMs, id };
}
