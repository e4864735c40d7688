import { writeText } from "./byte-text";
import { md5Into } from "./md5";
import type { TouchpointRow } from "./touchpoint-row";

type Content = Omit<TouchpointRow, "row" | "kind">;

/** Room for the padding of the last block. */
const ROOM_BYTES = 128;
const MOST_BYTES_PER_CHARACTER = 3;

let message = Buffer.alloc(4096);

/** Begins the message of every sender's id. */
const ID_PREFIX = "id\0";
const idMessage = Buffer.alloc(1024);
const ID_START = writeText(idMessage, 0, ID_PREFIX);
const LONGEST_QUICK_ID = 256;

/**
 * Writes the 16 bytes under which a touchpoint is known: made from the sender's id, which is unique in an organisation, or
 * from all of the content. MD5 is for speed; nothing secret rests on it.
 */
export function writeTouchpointKey(row: Content, kindKey: string, keys: Uint8Array, offset: number): void {
  const { senderId } = row;
  if (senderId !== null && senderId.length <= LONGEST_QUICK_ID) {
    md5Into(idMessage, writeText(idMessage, ID_START, senderId), keys, offset);
    return;
  }
  const text = senderId === null ? contentOf(row, kindKey) : `${ID_PREFIX}${senderId}`;
  const needed = text.length * MOST_BYTES_PER_CHARACTER + ROOM_BYTES;
  if (message.length < needed) message = Buffer.alloc(needed);
  md5Into(message, writeText(message, 0, text), keys, offset);
}

function contentOf({ customerExternalId, occurredAtMs, value, sentiment, details }: Content, kindKey: string): string {
  return `content\0${customerExternalId}\0${kindKey}\0${occurredAtMs}\0${value}\0${sentiment}\0${details ?? ""}`;
}
