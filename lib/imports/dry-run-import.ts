import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import type { TaskHandler } from "@/lib/jobs/task-payloads";
import { loadSettings } from "@/lib/organisations/load-settings";
import { organisationNow } from "@/lib/organisations/organisation-now";
import { KindDirectory } from "@/lib/touchpoints/kind-directory";
import { DryRunWatch } from "./dry-run-watch";
import { loadImport } from "./load-import";
import { rehearseImport } from "./rehearse-import";
import type { Reject } from "./reject";

const EXAMPLES = 50;

/** The background job of a dry run: counts over the whole file and the first rejects, kept with the import. */
export const dryRunImport: TaskHandler<"dry-run-import"> = async ({ organisationId, payload, report, signal }) => {
  const { importId } = payload;
  const loaded = await loadImport(organisationId, importId);
  const plan = loaded.plan;
  if (loaded.state !== "dry-run" || !plan) return;
  const examples: Reject[] = [];
  const keep = async (rejects: readonly Reject[]) => {
    examples.push(...rejects.slice(0, EXAMPLES - examples.length));
  };
  try {
    const counts = await withTenantClient(organisationId, (client) =>
      rehearse(client, loaded, plan, keep, { report, signal }),
    );
    await keepResult(organisationId, importId, JSON.stringify({ ...counts, examples }), null);
  } catch (error) {
    if (error instanceof AppError) await keepResult(organisationId, importId, null, error.message);
    throw error;
  }
};

async function keepResult(organisationId: number, importId: number, result: string | null, error: string | null) {
  await withTenantClient(organisationId, (client) =>
    client.query(
      "UPDATE import SET dry_run = $3::jsonb, error = $4 WHERE organisation_id = $1 AND id = $2 AND state = 'dry-run'",
      [organisationId, importId, result, error],
    ),
  );
}

/** The counts, and what is possible and yet probably wrong. */
async function rehearse(...[client, loaded, plan, keep, run]: Parameters<typeof rehearseImport>) {
  const { organisationId } = loaded.row;
  const nowMs = await withTenant(organisationId, async (tx) =>
    organisationNow(tx, await loadSettings(tx, organisationId)),
  );
  const watch = new DryRunWatch(organisationId, nowMs, plan.reading.timeZone);
  const counts = await rehearseImport(client, loaded, plan, keep, { ...run, watch });
  const kinds = new KindDirectory(organisationId, null);
  await kinds.load(client);
  return { ...counts, ...watch.findings((kind) => kinds.find(kind) !== undefined) };
}
