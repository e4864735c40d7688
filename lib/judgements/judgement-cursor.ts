import { z } from "zod";
import { decodePosition } from "@/lib/cursors/decode-position";

const position = z.tuple([z.int().min(1).max(2_147_483_647)]);

/** The judgement that a page ended with. @throws AppError bad-request when it is no cursor of judgements */
export function decodeJudgementCursor(cursor: string): number {
  return decodePosition(cursor, position, "a customer's judgements")[0];
}
