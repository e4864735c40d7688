import type { PoolClient } from "pg";
import type { Member } from "@/lib/auth/member";
import { CustomerDirectory } from "@/lib/customers/customer-directory";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { holdRows } from "@/lib/held-rows/hold-rows";
import { holdTouchpoint } from "@/lib/held-rows/hold-touchpoint";
import { mergePolicy, splitRefusals, type UnknownPolicies } from "@/lib/held-rows/split-refusals";
import { lockMerges } from "@/lib/imports/lock-merges";
import type { RowRefusal } from "@/lib/imports/merge-result";
import { refuseDeepQueue } from "@/lib/jobs/refuse-deep-queue";
import { orderScores } from "@/lib/scores/order-scores";
import { insertKnownRows } from "./insert-known-rows";
import { KindDirectory } from "./kind-directory";
import { lookupMemory } from "./lookup-memory";
import { mergeTouchpoints } from "./merge-touchpoints";
import { TouchpointBatch } from "./touchpoint-batch";
import type { TouchpointRow } from "./touchpoint-row";

/** What became of the rows of a batch: each is counted once or refused. */
export type TakenIn = Readonly<{ created: number; duplicates: number; held: number; refusals: readonly RowRefusal[] }>;

type Options = UnknownPolicies & Readonly<{ hookId?: number | null }>;

/**
 * Takes checked touchpoints in that did not come from a file: one transaction with the order to score their customers.
 * A manager reaches the own book only, as everywhere.
 * @throws AppError rate-limited while the organisation's work is far behind
 * @param rows numbered by `row`, by which refusals are reported
 */
export async function takeRowsIn(member: Member, rows: readonly TouchpointRow[], options: Options): Promise<TakenIn> {
  const { organisationId } = member;
  await refuseDeepQueue(organisationId);
  const ownerId = seesOnlyOwnBook(member) ? member.id : null;
  const stored = ownerId === null ? await insertKnownRows(organisationId, rows) : undefined;
  if (stored) return { ...stored, held: 0, refusals: [] };
  // Adding to the catalogue is an admin's business; a manager's unknown kind is refused.
  const isManagers = member.role === "manager" && options.unknownKind === "create";
  const policies = isManagers ? { ...options, unknownKind: "reject" as const } : options;
  const { result, remember } = await withTenantClient(organisationId, (client) =>
    takeIn(client, rows, { organisationId, ownerId, policies }),
  );
  // Not before the transaction has committed: what it made would not be there.
  remember();
  return result;
}

type Taking = Readonly<{ organisationId: number; ownerId: number | null; policies: Options }>;

async function takeIn(
  client: PoolClient,
  rows: readonly TouchpointRow[],
  { organisationId, ownerId, policies }: Taking,
): Promise<Readonly<{ result: TakenIn; remember: () => void }>> {
  await lockMerges(client, organisationId, "shared");
  const lookups = lookupMemory.at(organisationId, await lookupVersion(client, organisationId));
  const unknown = mergePolicy(policies.unknownCustomer);
  const resolution = { organisationId, unknown, ownerId, importId: null };
  const known = ownerId === null ? lookups.customers : undefined;
  const target = {
    organisationId,
    importId: null,
    isRehearsal: false,
    customers: new CustomerDirectory(resolution, false, known),
    kinds: new KindDirectory(organisationId, null, lookups.kinds),
    unknownKind: mergePolicy(policies.unknownKind),
    expectsNew: lookups.expectsNew,
  };
  const batch = new TouchpointBatch(target, rows.length);
  for (const row of rows) batch.add(row);
  const { counts, refusals, touched } = await mergeTouchpoints(client, target, batch);
  const { toHold, refused } = splitRefusals(refusals, policies);
  const waiting = rows.flatMap((row) => {
    const reason = toHold.get(row.row);
    return reason ? [holdTouchpoint(row, reason, [])] : [];
  });
  const { hookId = null } = policies;
  const pen = { organisationId, type: "touchpoints", importId: null, hookId, isRehearsal: false } as const;
  const held = await holdRows(client, pen, waiting);
  await orderScores(client, organisationId, touched);
  const result = {
    created: counts.created,
    duplicates: counts.duplicates + held.duplicates,
    held: held.held,
    refusals: [...refused, ...held.refusals],
  };
  const remember = () => {
    lookups.expectsNew = target.expectsNew;
    lookups.remember(target.customers.found, target.kinds.found);
  };
  return { result, remember };
}

async function lookupVersion(client: PoolClient, organisationId: number): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT lookup_version AS version FROM organisation WHERE id = $1",
    [organisationId],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no organisation ${organisationId}.`);
  return row.version;
}
