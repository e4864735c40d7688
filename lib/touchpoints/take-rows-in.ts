import type { Member } from "@/lib/auth/member";
import { CustomerDirectory } from "@/lib/customers/customer-directory";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { holdRows } from "@/lib/held-rows/hold-rows";
import { holdTouchpoint } from "@/lib/held-rows/hold-touchpoint";
import { mergePolicy, splitRefusals, type UnknownPolicies } from "@/lib/held-rows/split-refusals";
import { lockMerges } from "@/lib/imports/lock-merges";
import type { RowRefusal } from "@/lib/imports/merge-result";
import { queueScores } from "@/lib/imports/queue-scores";
import { refuseDeepQueue } from "@/lib/jobs/refuse-deep-queue";
import { KindDirectory } from "./kind-directory";
import { mergeTouchpoints } from "./merge-touchpoints";
import { TouchpointBatch } from "./touchpoint-batch";
import type { TouchpointRow } from "./touchpoint-row";

/** What became of the rows of a batch: each is counted once or refused. */
export type TakenIn = Readonly<{ created: number; duplicates: number; held: number; refusals: readonly RowRefusal[] }>;

/**
 * Takes checked touchpoints in that did not come from a file: one transaction with the order to score their customers.
 * A manager reaches the own book only, as everywhere.
 * @throws AppError rate-limited while the organisation's work is far behind
 * @param rows numbered by `row`, by which refusals are reported
 */
export async function takeRowsIn(
  member: Member,
  rows: readonly TouchpointRow[],
  { unknownCustomer, unknownKind, hookId = null }: UnknownPolicies & Readonly<{ hookId?: number | null }>,
): Promise<TakenIn> {
  const { organisationId } = member;
  await refuseDeepQueue(organisationId);
  const ownerId = seesOnlyOwnBook(member) ? member.id : null;
  // Adding to the catalogue is an admin's business; a manager's unknown kind is refused.
  const policies = {
    unknownCustomer,
    unknownKind: member.role === "manager" && unknownKind === "create" ? ("reject" as const) : unknownKind,
  };
  const resolution = { organisationId, unknown: mergePolicy(unknownCustomer), ownerId, importId: null };
  return withTenantClient(organisationId, async (client) => {
    await lockMerges(client, organisationId, "shared");
    const target = {
      organisationId,
      importId: null,
      isRehearsal: false,
      customers: new CustomerDirectory(resolution, false),
      kinds: new KindDirectory(organisationId, null),
      unknownKind: mergePolicy(policies.unknownKind),
      expectsNew: true,
    };
    const batch = new TouchpointBatch(target, rows.length);
    for (const row of rows) batch.add(row);
    const { counts, refusals, touched } = await mergeTouchpoints(client, target, batch);
    const { toHold, refused } = splitRefusals(refusals, policies);
    const waiting = rows.flatMap((row) => {
      const reason = toHold.get(row.row);
      return reason ? [holdTouchpoint(row, reason, [])] : [];
    });
    const pen = { organisationId, type: "touchpoints", importId: null, hookId, isRehearsal: false } as const;
    const held = await holdRows(client, pen, waiting);
    await queueScores(client, organisationId, touched);
    return {
      created: counts.created,
      duplicates: counts.duplicates + held.duplicates,
      held: held.held,
      refusals: [...refused, ...held.refusals],
    };
  });
}
