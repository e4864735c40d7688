import type { Member } from "@/lib/auth/member";
import { CustomerDirectory } from "@/lib/customers/customer-directory";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { lockMerges } from "@/lib/imports/lock-merges";
import { allRejected, parseBatch } from "@/lib/imports/parse-batch";
import { refuseDeepQueue } from "@/lib/jobs/refuse-deep-queue";
import type { RejectedRow } from "@/lib/schemas/batch-result";
import { MAX_OUTCOMES, outcomeSchema } from "@/lib/schemas/outcome";
import { orderScores } from "@/lib/scores/order-scores";
import { mergeOutcomes } from "./merge-outcomes";

export type OutcomeResult = Readonly<{ accepted: number; duplicates: number; rejected: readonly RejectedRow[] }>;

/**
 * Records a batch of outcomes in one transaction with the order to score their customers. Sent again, it changes nothing.
 * @throws AppError too-large over 5,000
 */
export async function ingestOutcomes(
  member: Member,
  given: readonly unknown[],
  options: Readonly<{ unknownCustomer: "create" | "reject" }>,
): Promise<OutcomeResult> {
  const { rows, rejected } = parseBatch(outcomeSchema, given, MAX_OUTCOMES);
  const { organisationId } = member;
  await refuseDeepQueue(organisationId);
  const ownerId = seesOnlyOwnBook(member) ? member.id : null;
  const resolution = { organisationId, unknown: options.unknownCustomer, ownerId, importId: null };
  const merged = await withTenantClient(organisationId, async (client) => {
    await lockMerges(client, organisationId, "shared");
    const customers = new CustomerDirectory(resolution, false);
    const given = rows.map(({ index, value }) => ({
      row: index,
      customerExternalId: value.customerExternalId,
      type: value.type,
      occurredOn: value.occurredOn,
      reasons: value.reasons ?? [],
      avoidable: value.avoidable ?? null,
    }));
    const result = await mergeOutcomes(
      client,
      { organisationId, importId: null, isRehearsal: false, customers },
      given,
    );
    await orderScores(client, organisationId, result.touched);
    return result;
  });
  const { created, duplicates } = merged.counts;
  return { accepted: created, duplicates, rejected: allRejected(rejected, merged.refusals) };
}
