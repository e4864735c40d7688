import { kindKey } from "@/lib/kinds/kind-key";
import type { HeldReason, HeldTouchpoint } from "@/lib/schemas/held-row";
import { writeTouchpointKey } from "@/lib/touchpoints/touchpoint-key";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";
import type { RowToHold } from "./hold-rows";

const KEY_BYTES = 16;

/** A touchpoint as it waits: under the key that it would be stored by. */
export function holdTouchpoint(row: TouchpointRow, reason: HeldReason, fields: readonly string[]): RowToHold {
  const content: HeldTouchpoint = {
    senderId: row.senderId,
    customerExternalId: row.customerExternalId,
    kind: row.kind,
    occurredAtMs: row.occurredAtMs,
    value: Number.isNaN(row.value) ? null : row.value,
    sentiment: Number.isNaN(row.sentiment) ? null : row.sentiment,
    details: row.details,
  };
  const key = Buffer.alloc(KEY_BYTES);
  writeTouchpointKey(row, kindKey(row.kind), key, 0);
  return {
    row: row.row,
    key: key.toString("hex"),
    reason,
    customerExternalId: row.customerExternalId,
    kind: row.kind,
    content,
    fields,
  };
}
