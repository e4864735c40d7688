import type { Member } from "@/lib/auth/member";
import { CustomerDirectory } from "@/lib/customers/customer-directory";
import { jsonObject } from "@/lib/customers/upsert-json";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { allRejected, parseBatch } from "@/lib/imports/parse-batch";
import { queueScores } from "@/lib/imports/queue-scores";
import type { RejectedRow } from "@/lib/schemas/batch-result";
import { readPlainTouchpoint } from "@/lib/schemas/plain-touchpoint";
import { type IngestOptions, MAX_TOUCHPOINTS, touchpointSchema } from "@/lib/schemas/touchpoint";
import { KindDirectory } from "./kind-directory";
import { mergeTouchpoints } from "./merge-touchpoints";
import { TouchpointBatch } from "./touchpoint-batch";

export type IngestResult = Readonly<{ accepted: number; duplicates: number; rejected: readonly RejectedRow[] }>;

/**
 * Takes a batch of touchpoints in: all that can be read are stored in one transaction with the order to score their
 * customers. Sent again, the same batch changes nothing. A manager reaches the own book only, as everywhere.
 * @throws AppError too-large over 10,000
 */
export async function ingestTouchpoints(
  member: Member,
  given: readonly unknown[],
  options: IngestOptions,
): Promise<IngestResult> {
  const { rows, rejected } = parseBatch(touchpointSchema, given, MAX_TOUCHPOINTS, readPlainTouchpoint);
  const { organisationId } = member;
  const ownerId = seesOnlyOwnBook(member) ? member.id : null;
  const resolution = { organisationId, unknown: options.unknownCustomer, ownerId, importId: null };
  const merged = await withTenantClient(organisationId, async (client) => {
    const target = {
      organisationId,
      importId: null,
      isRehearsal: false,
      customers: new CustomerDirectory(resolution, false),
      kinds: new KindDirectory(organisationId),
      // Adding to the catalogue is an admin's business; a manager's unknown kind is refused.
      unknownKind: member.role === "manager" ? ("reject" as const) : options.unknownKind,
      expectsNew: true,
    };
    const batch = new TouchpointBatch(target, rows.length);
    for (const { index, value } of rows) {
      batch.add({
        row: index,
        senderId: value.id ?? null,
        customerExternalId: value.customerExternalId,
        kind: value.kind,
        occurredAtMs: value.occurredAt,
        value: value.value ?? Number.NaN,
        sentiment: value.sentiment ?? Number.NaN,
        details: value.details && value.details.length > 0 ? jsonObject(value.details) : null,
      });
    }
    const result = await mergeTouchpoints(client, target, batch);
    await queueScores(client, organisationId, result.touched);
    return result;
  });
  const { created, duplicates } = merged.counts;
  return { accepted: created, duplicates, rejected: allRejected(rejected, merged.refusals) };
}
