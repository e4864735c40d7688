import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import type { RunningImport } from "./commit-chunk";
import type { ImportPlan, LoadedImport } from "./load-import";
import { rehearseImport } from "./rehearse-import";
import type { Reject } from "./reject";
import { renewLease } from "./renew-lease";
import type { RunOptions } from "./run-options";
import { storeRejects } from "./store-rejects";

/**
 * For an import that is to be whole or not at all: goes through the file first. When a row is at fault, the faults are
 * listed, every row counts as rejected, and nothing is stored.
 * @throws AppError unprocessable that names the first fault
 */
export async function refuseFaultyFile(
  running: RunningImport,
  loaded: LoadedImport,
  plan: ImportPlan,
  options: RunOptions,
): Promise<void> {
  const { organisationId, importId, fence } = running;
  let faulty = 0;
  let first: Reject | undefined;
  await withTenantClient(organisationId, async (client) => {
    const keep = async (rejects: readonly Reject[]) => {
      await renewLease(organisationId, importId, fence);
      first ??= rejects[0];
      await storeRejects(client, running, rejects, faulty);
      faulty += rejects.length;
    };
    const { rows } = await rehearseImport(client, loaded, plan, keep, options);
    if (faulty === 0) return;
    await client.query(
      "UPDATE import SET rows = $4, rejected = $4 WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running'",
      [organisationId, importId, fence, rows],
    );
  });
  if (!first) return;
  const where = `line ${first.line}, column “${first.column}”: ${first.message}`;
  const many = `${faulty.toLocaleString("en")} ${faulty === 1 ? "row has a fault" : "rows have faults"}`;
  throw new AppError("unprocessable", `Nothing was imported: ${many}. The first is in ${where}`, {
    issues: [{ row: first.row, code: first.code, message: first.message }],
  });
}
