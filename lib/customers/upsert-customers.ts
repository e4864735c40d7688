import type { Member } from "@/lib/auth/member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { allRejected, parseBatch } from "@/lib/imports/parse-batch";
import { refuseDeepQueue } from "@/lib/jobs/refuse-deep-queue";
import type { RejectedRow } from "@/lib/schemas/batch-result";
import { customerUpsertSchema, MAX_CUSTOMERS } from "@/lib/schemas/customer-upsert";
import { orderScores } from "@/lib/scores/order-scores";
import type { CustomerChange } from "./customer-change";
import { upsertCustomerRows } from "./upsert-customer-rows";
import { customerTable } from "./upsert-store";
import { seesOnlyOwnBook } from "./visible-customers";

export type UpsertResult = Readonly<{
  created: number;
  updated: number;
  unchanged: number;
  rejected: readonly RejectedRow[];
}>;

/**
 * Creates and changes a batch of customers in one transaction with the order to score them. A manager reaches the own
 * book only, and new customers go into it.
 * @throws AppError too-large over 5,000
 */
export async function upsertCustomers(member: Member, given: readonly unknown[]): Promise<UpsertResult> {
  const { rows, rejected } = parseBatch(customerUpsertSchema, given, MAX_CUSTOMERS);
  const { organisationId } = member;
  await refuseDeepQueue(organisationId);
  const ownerId = seesOnlyOwnBook(member) ? member.id : null;
  const target = { organisationId, ownerId, store: customerTable(organisationId, null) };
  const merged = await withTenantClient(organisationId, async (client) => {
    const changes = rows.map(
      ({ index, value: { traits, ...fields } }): CustomerChange => ({
        ...fields,
        row: index,
        ...(traits === undefined ? {} : { traits: new Map(traits) }),
      }),
    );
    const result = await upsertCustomerRows(client, target, changes);
    await orderScores(client, organisationId, result.touched);
    return result;
  });
  const { created, updated, unchanged } = merged.counts;
  return { created, updated, unchanged, rejected: allRejected(rejected, merged.refusals) };
}
