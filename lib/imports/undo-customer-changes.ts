import type { PoolClient } from "pg";
import { type RestoredCustomer, restoreCustomers } from "@/lib/customers/restore-customers";
import { type StoredCustomer, toState } from "@/lib/customers/upsert-json";
import { type CustomerState, isSameState } from "@/lib/customers/upsert-state";
import type { Unreversed } from "./add-undo-result";
import { removeMadeCustomers } from "./remove-made-customers";
import { revertCustomer } from "./revert-customer";
import type { UndoStep, UndoTarget } from "./undo-step";
import { waitForMerges } from "./wait-for-merges";

type Entry = Readonly<{
  customer_id: number;
  before: (StoredCustomer & Readonly<{ updated_at: string }>) | null;
  after: StoredCustomer;
  now: StoredCustomer | null;
}>;

type Sorted = Readonly<{ restored: RestoredCustomer[]; removable: Entry[]; unreversed: Unreversed[] }>;

/**
 * Takes back what an import of customers did: those it made are removed, those it changed become what they were. A
 * customer whose changed fields say something else by now stays as it is.
 */
export const undoCustomerChanges: UndoStep = async (client, target, cursor) => {
  await waitForMerges(client, target);
  const entries = await loadEntries(client, target, cursor);
  const last = entries.at(-1);
  if (!last) return undefined;
  const { restored, removable, unreversed } = sortOut(entries);
  await restoreCustomers(client, target.organisationId, restored);
  const made = removable.map(({ customer_id: id, after }) => ({ id, name: after.external_id }));
  unreversed.push(...(await removeMadeCustomers(client, target.organisationId, made)));
  return {
    part: "rows",
    of: "customers",
    reversed: entries.length - unreversed.length,
    unreversed,
    cursor: last.customer_id,
    touched: new Set(restored.flatMap(({ state }) => state.id ?? [])),
  };
};

async function loadEntries(client: PoolClient, target: UndoTarget, cursor: number): Promise<Entry[]> {
  const { rows } = await client.query<Entry>(
    `SELECT change.customer_id, change.before, change.after,
            CASE WHEN customer.id IS NOT NULL THEN jsonb_build_object('id', customer.id, 'external_id', customer.external_id,
              'name', customer.name, 'owner_id', customer.owner_id, 'mrr_minor', customer.mrr_minor,
              'currency', customer.currency, 'started_on', customer.started_on, 'renews_on', customer.renews_on,
              'traits', customer.traits) END AS now
     FROM import_change AS change
     LEFT JOIN customer ON customer.organisation_id = change.organisation_id AND customer.id = change.customer_id
     WHERE change.organisation_id = $1 AND change.import_id = $2 AND change.customer_id > $3
     ORDER BY change.customer_id LIMIT $4`,
    [target.organisationId, target.importId, cursor, target.chunkRows],
  );
  return rows;
}

function sortOut(entries: readonly Entry[]): Sorted {
  const sorted: Sorted = { restored: [], removable: [], unreversed: [] };
  for (const entry of entries) {
    const name = entry.after.external_id;
    // A customer that somebody removed meanwhile is as gone as one that is removed here.
    if (!entry.now) {
      if (entry.before) sorted.unreversed.push({ code: "gone", name, isError: true });
      continue;
    }
    const now = toState(entry.now);
    const after = toState(entry.after);
    const restored = entry.before ? restoredOf(now, after, entry.before) : undefined;
    if (restored) sorted.restored.push(restored);
    else if (!entry.before && isSameState(now, after)) sorted.removable.push(entry);
    else sorted.unreversed.push({ code: "changed-since", name, isError: false });
  }
  return sorted;
}

function restoredOf(
  now: CustomerState,
  after: CustomerState,
  before: StoredCustomer & Readonly<{ updated_at: string }>,
): RestoredCustomer | undefined {
  const state = revertCustomer(now, toState(before), after);
  return state && { state, updatedAt: isSameState(now, after) ? before.updated_at : null };
}
