import type { PoolClient } from "pg";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { anchorModel } from "@/lib/models/anchor-model";
import { organisationNow } from "@/lib/organisations/organisation-now";
import { keepBandCounts } from "./keep-band-counts";
import { loadShadow } from "./load-shadow";
import { lockScores } from "./lock-scores";
import { recordConfiguration } from "./record-configuration";
import { loadScoringSetup, type ScoringSetup } from "./scoring-setup";
import { summariseRun } from "./summarise-run";
import { writeScores } from "./write-scores";

type Progress = (progress: Readonly<{ done: number; total: number; unit: string }>) => void;

/** What a full run did, as `npm run score` prints it. */
export type ScoreRunSummary = Readonly<{
  organisation: string;
  asOf: string;
  customers: number;
  seconds: number;
  bands: Readonly<Record<string, number>>;
}>;

/**
 * Scores every customer of an organisation in one pass and makes the run visible by one switch: readers see the run
 * before it or this one, never half. A model whose intercept was not yet anchored to the base rate is anchored first.
 * @param options.asOfMs the moment to score; left out: the organisation's clock
 */
export async function scoreAll(
  organisationId: number,
  options: Readonly<{ asOfMs?: number; onProgress?: Progress }> = {},
): Promise<ScoreRunSummary> {
  const startedMs = performance.now();
  const { asOfMs, total, setup, shadow } = await prepare(organisationId, options.asOfMs);
  const report = (done: number) => options.onProgress?.({ done, total, unit: "customers" });
  const { customers, bands } = await withTenantClient(organisationId, async (client) => {
    await lockScores(client, organisationId);
    await recordConfiguration(client, setup, asOfMs);
    const runId = await beginRun(client, { setup, asOfMs, shadowVersion: shadow?.version ?? null });
    const replacedRunId = await currentRun(client, organisationId);
    const written = await writeScores(client, { setup, runId, replacedRunId, asOfMs, shadow, onProgress: report });
    await switchToRun(client, organisationId, { runId, customers: written });
    const bands = await summariseRun(client, organisationId, runId);
    await keepBandCounts(client, organisationId, runId);
    return { customers: written, bands };
  });
  const seconds = (performance.now() - startedMs) / 1000;
  return { organisation: setup.settings.slug, asOf: new Date(asOfMs).toISOString(), customers, seconds, bands };
}

async function prepare(organisationId: number, wantedMs: number | undefined) {
  const first = await withTenant(organisationId, async (tx) => {
    const setup = await loadScoringSetup(tx, organisationId);
    const asOfMs = wantedMs ?? (await organisationNow(tx, setup.settings));
    const shadow = await loadShadow(tx, organisationId);
    return { setup, shadow, asOfMs, total: await tx.customer.count({ where: { organisationId } }) };
  });
  const anchored = await anchorModel(first.setup, first.asOfMs);
  if (!anchored) return first;
  return { ...first, setup: await withTenant(organisationId, (tx) => loadScoringSetup(tx, organisationId)) };
}

type BegunRun = Readonly<{ setup: ScoringSetup; asOfMs: number; shadowVersion: number | null }>;

async function beginRun(client: PoolClient, { setup, asOfMs, shadowVersion }: BegunRun): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO score_run (organisation_id, as_of, model_version, rule_set_version, shadow_version)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [setup.settings.id, new Date(asOfMs), setup.modelVersion, setup.ruleSetVersion, shadowVersion],
  );
  const [row] = rows;
  if (!row) throw new Error("score_run returned no id");
  return row.id;
}

/** The run that readers see, read under the lock: another may have been switched to since the settings were read. */
async function currentRun(client: PoolClient, organisationId: number): Promise<number | null> {
  const { rows } = await client.query<{ id: number | null }>(
    "SELECT current_score_run_id AS id FROM organisation WHERE id = $1",
    [organisationId],
  );
  return rows[0]?.id ?? null;
}

async function switchToRun(
  client: PoolClient,
  organisationId: number,
  run: Readonly<{ runId: number; customers: number }>,
): Promise<void> {
  await client.query(
    "UPDATE score_run SET finished_at = clock_timestamp(), customers = $3 WHERE organisation_id = $1 AND id = $2",
    [organisationId, run.runId, run.customers],
  );
  await client.query("UPDATE organisation SET current_score_run_id = $2 WHERE id = $1", [organisationId, run.runId]);
  await client.query("DELETE FROM score WHERE organisation_id = $1 AND run_id <> $2", [organisationId, run.runId]);
}
