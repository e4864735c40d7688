import { hash } from "node:crypto";
import type { TouchpointRow } from "./touchpoint-row";

/**
 * The 16 bytes, as hex, under which a touchpoint is known: made from the sender's id, which is unique in an organisation,
 * or from all of the content. MD5 is for speed; nothing secret rests on it.
 */
export function touchpointKey(row: TouchpointRow, kindKey: string): string {
  if (row.senderId !== null) return hash("md5", `id\0${row.senderId}`, "hex");
  const { customerExternalId, occurredAtMs, value, sentiment, details } = row;
  return hash(
    "md5",
    `content\0${customerExternalId}\0${kindKey}\0${occurredAtMs}\0${value}\0${sentiment}\0${details ?? ""}`,
    "hex",
  );
}
