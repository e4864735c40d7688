import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { RunningJob } from "@/lib/jobs/task-payloads";
import { applyBulkChange } from "./apply-bulk-change";
import { loadBulkChange } from "./load-bulk-change";
import { selectCustomers } from "./select-customers";
import { setBulkState } from "./set-bulk-state";

const STEP_CUSTOMERS = 2_000;

/**
 * Does a change of many customers, step by step, each in a transaction of its own. Done again after a crash, it goes over
 * what is done already and changes the rest.
 */
export async function runBulkChange({
  organisationId,
  payload,
  report,
  signal,
}: RunningJob<"bulk-change">): Promise<void> {
  const { bulkChangeId } = payload;
  const { bulk, customerIds } = await withTenantClient(organisationId, async (client) => {
    const bulk = await loadBulkChange(client, organisationId, bulkChangeId);
    const customerIds = await selectCustomers(client, { organisationId, ...bulk }, bulk.selection);
    await setBulkState(client, { organisationId, bulkChangeId, state: "running" });
    return { bulk, customerIds };
  });
  for (let from = 0; from < customerIds.length; from += STEP_CUSTOMERS) {
    signal.throwIfAborted();
    const step = { organisationId, bulkChangeId, ...bulk, customerIds: customerIds.slice(from, from + STEP_CUSTOMERS) };
    await withTenantClient(organisationId, (client) => applyBulkChange(client, step));
    report({ done: from + step.customerIds.length, total: customerIds.length, unit: "customers" });
  }
  await withTenantClient(organisationId, (client) =>
    setBulkState(client, { organisationId, bulkChangeId, state: "done" }),
  );
}
