import type { Member } from "@/lib/auth/member";
import { jsonObject } from "@/lib/customers/upsert-json";
import { allRejected, parseBatch } from "@/lib/imports/parse-batch";
import type { RejectedRow } from "@/lib/schemas/batch-result";
import { readPlainTouchpoint } from "@/lib/schemas/plain-touchpoint";
import { type IngestOptions, MAX_TOUCHPOINTS, touchpointSchema } from "@/lib/schemas/touchpoint";
import { takeRowsIn } from "./take-rows-in";

/** `held` is there when rows may be held. */
export type IngestResult = Readonly<{
  accepted: number;
  duplicates: number;
  held?: number;
  rejected: readonly RejectedRow[];
}>;

/**
 * Takes a batch of touchpoints in: all that can be read are stored or held in one transaction. Sent again, the same batch
 * changes nothing.
 * @throws AppError too-large over 10,000
 */
export async function ingestTouchpoints(
  member: Member,
  given: readonly unknown[],
  options: IngestOptions,
): Promise<IngestResult> {
  const { rows, rejected } = parseBatch(touchpointSchema, given, MAX_TOUCHPOINTS, readPlainTouchpoint);
  const touchpoints = rows.map(({ index, value }) => ({
    row: index,
    senderId: value.id ?? null,
    customerExternalId: value.customerExternalId,
    kind: value.kind,
    occurredAtMs: value.occurredAt,
    value: value.value ?? Number.NaN,
    sentiment: value.sentiment ?? Number.NaN,
    details: value.details && value.details.length > 0 ? jsonObject(value.details) : null,
  }));
  const { created, duplicates, held, refusals } = await takeRowsIn(member, touchpoints, options);
  const mayHold = options.unknownCustomer === "hold" || options.unknownKind === "hold";
  return { accepted: created, duplicates, ...(mayHold ? { held } : {}), rejected: allRejected(rejected, refusals) };
}
