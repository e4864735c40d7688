import type { PoolClient } from "pg";
import type { MergeResult, RowRefusal } from "@/lib/imports/merge-result";
import type { CustomerChange } from "./customer-change";
import { findOwners } from "./upsert-owners";
import { applyChange, type CustomerState, isSameState, newCustomer } from "./upsert-state";
import type { CustomerStore } from "./upsert-store";

/** Where changes go, and whose book they may touch: null, everyone's. */
export type UpsertTarget = Readonly<{ organisationId: number; ownerId: number | null; store: CustomerStore }>;

type Plan = {
  states: Map<string, CustomerState>;
  created: Set<string>;
  changed: Set<string>;
  counts: { created: number; updated: number; unchanged: number };
  refusals: RowRefusal[];
};

const MAX_ATTEMPTS = 5;

/**
 * Creates and changes customers in the caller's transaction, row after row: a customer that stands in several rows ends as
 * the last one says. A customer that another transaction makes at the same moment is changed rather than made twice.
 */
export async function upsertCustomerRows(
  client: PoolClient,
  target: UpsertTarget,
  rows: readonly CustomerChange[],
): Promise<MergeResult> {
  const externalIds = [...new Set(rows.map((row) => row.externalId))];
  const emails = new Set(rows.flatMap((row) => row.ownerEmail?.toLowerCase() ?? []));
  const owners = await findOwners(client, target.organisationId, [...emails]);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    await client.query("SAVEPOINT before_upsert");
    const plan = planChanges(await target.store.load(client, externalIds), target, owners, rows);
    const ids = await storePlan(client, target.store, plan);
    if (ids) return resultOf(plan, ids);
    await client.query("ROLLBACK TO SAVEPOINT before_upsert");
  }
  throw new Error("The same customers were made elsewhere again and again");
}

function planChanges(
  stored: ReadonlyMap<string, CustomerState>,
  target: UpsertTarget,
  owners: ReadonlyMap<string, number>,
  rows: readonly CustomerChange[],
): Plan {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const plan: Plan = { states: new Map(stored), created: new Set(), changed: new Set(), counts, refusals: [] };
  for (const row of rows) {
    const before = plan.states.get(row.externalId);
    const refusal = whyRefused(row, before, target, owners);
    if (refusal) {
      plan.refusals.push({ row: row.row, ...refusal });
      continue;
    }
    const ownerId = typeof row.ownerEmail === "string" ? owners.get(row.ownerEmail.toLowerCase()) : row.ownerEmail;
    const after = applyChange(before ?? newCustomer(row.externalId, target.ownerId), row, ownerId);
    plan.states.set(row.externalId, after);
    if (!before) {
      plan.created.add(row.externalId);
      counts.created += 1;
    } else if (isSameState(before, after)) {
      counts.unchanged += 1;
    } else {
      plan.changed.add(row.externalId);
      counts.updated += 1;
    }
  }
  return plan;
}

type Refusal = Omit<RowRefusal, "row">;

function whyRefused(
  row: CustomerChange,
  before: CustomerState | undefined,
  target: UpsertTarget,
  owners: ReadonlyMap<string, number>,
): Refusal | undefined {
  if (target.ownerId !== null && before && before.ownerId !== target.ownerId) {
    const message = `Customer “${row.externalId.slice(0, 60)}” is not in your book.`;
    return { field: "externalId", code: "unknown-customer", message };
  }
  if (!row.ownerEmail) return undefined;
  const ownerId = owners.get(row.ownerEmail.toLowerCase());
  const isAllowed = ownerId !== undefined && (target.ownerId === null || ownerId === target.ownerId);
  if (isAllowed) return undefined;
  const message = `There is no member “${row.ownerEmail.slice(0, 60)}” whom you can make the owner.`;
  return { field: "ownerEmail", code: "unknown-owner", message };
}

/** External id to id of what is stored, or undefined when someone else made one of the customers meanwhile. */
async function storePlan(
  client: PoolClient,
  store: CustomerStore,
  plan: Plan,
): Promise<ReadonlyMap<string, number> | undefined> {
  const pick = (externalIds: ReadonlySet<string>) => [...externalIds].flatMap((id) => plan.states.get(id) ?? []);
  const inserted = plan.created.size === 0 ? new Map<string, number>() : await store.insert(client, pick(plan.created));
  if (inserted.size < plan.created.size) return undefined;
  const changed = pick(plan.changed).filter((state) => !plan.created.has(state.externalId));
  if (changed.length > 0) await store.update(client, changed);
  return new Map([
    ...changed.flatMap(({ externalId, id }) => (id === null ? [] : [[externalId, id] as const])),
    ...inserted,
  ]);
}

function resultOf(plan: Plan, ids: ReadonlyMap<string, number>): MergeResult {
  const counts = { ...plan.counts, duplicates: 0, conflicts: 0 };
  return { counts, refusals: plan.refusals, touched: new Set(ids.values()) };
}
