import { z } from "zod";
import { decodePosition } from "@/lib/cursors/decode-position";
import { encodePosition } from "@/lib/cursors/encode-position";

const instant = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
const position = z.tuple([instant, instant]);

/** The recorded score that a page ended with. */
export type LedgerPosition = Readonly<{ asOfMs: number; computedMs: number }>;

export function encodeLedgerCursor({ asOfMs, computedMs }: LedgerPosition): string {
  return encodePosition([asOfMs, computedMs]);
}

/** @throws AppError bad-request when it is no cursor of a ledger */
export function decodeLedgerCursor(cursor: string): LedgerPosition {
  const [asOfMs, computedMs] = decodePosition(cursor, position, "a ledger");
  return { asOfMs, computedMs };
}
