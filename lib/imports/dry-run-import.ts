import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import type { TaskHandler } from "@/lib/jobs/task-payloads";
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
      rehearseImport(client, loaded, plan, keep, { report, signal }),
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
