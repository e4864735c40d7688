import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { LedgerPosition } from "./encode-ledger-cursor";

const instant = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
const position = z.tuple([instant, instant]);

/** @throws AppError bad-request when it is no cursor of a ledger */
export function decodeLedgerCursor(cursor: string): LedgerPosition {
  const parsed = position.safeParse(jsonOf(cursor));
  if (parsed.success) return { asOfMs: parsed.data[0], computedMs: parsed.data[1] };
  throw new AppError("bad-request", "This cursor is not one of a ledger. Start again without a cursor.", {
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
