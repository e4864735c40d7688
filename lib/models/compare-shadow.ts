import { bandOf } from "@/lib/bands/band-of";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

/** A customer whom the model in shadow would put into another band. */
export type BandChange = Readonly<{
  externalId: string;
  name: string;
  from: string;
  to: string;
  probability: number;
  shadowProbability: number;
}>;

/** The model in shadow beside the active one, over the customers of the run that readers see. */
export type ShadowComparison = Readonly<{
  asOf: string;
  customers: number;
  /** Of log-odds; null for fewer than two customers, or where all are alike. */
  correlation: number | null;
  meanProbability: number;
  meanShadowProbability: number;
  /** Customers who would change band; `changes` names those whose risk would change most. */
  changed: number;
  changes: readonly BandChange[];
}>;

const MOST_CHANGES = 50;

type ComparedRow = Readonly<{
  as_of: Date;
  customers: number;
  correlation: number | null;
  mean: number;
  shadow_mean: number;
  changed: number;
}>;

type ChangedRow = Readonly<{ external_id: string; name: string; probability: number; shadow_log_odds: number }>;

/**
 * Compares the scores of the last full run. Departed customers are left out: nobody acts on theirs.
 * @returns null while no run was made beside this version
 */
export async function compareShadow(
  tx: TenantTransaction,
  settings: Pick<OrganisationSettings, "id" | "bandFloors" | "currentScoreRunId">,
  version: number,
): Promise<ShadowComparison | null> {
  const { id: organisationId, bandFloors, currentScoreRunId: runId } = settings;
  if (runId === null) return null;
  const { watch, "at-risk": atRisk, critical } = bandFloors;
  const floors = [watch, atRisk, critical];
  const [compared] = await tx.$queryRaw<ComparedRow[]>`
    SELECT r.as_of, count(*)::int AS customers, corr(s.log_odds, s.shadow_log_odds) AS correlation,
           avg(s.probability) AS mean, avg(1 / (1 + exp(-s.shadow_log_odds))) AS shadow_mean,
           (count(*) FILTER (WHERE width_bucket(s.probability, ${floors}::float8[])
              <> width_bucket(1 / (1 + exp(-s.shadow_log_odds)), ${floors}::float8[])))::int AS changed
    FROM score_run r JOIN score s ON s.organisation_id = r.organisation_id AND s.run_id = r.id
    WHERE r.organisation_id = ${organisationId} AND r.id = ${runId} AND r.shadow_version = ${version}
      AND s.shadow_log_odds IS NOT NULL AND s.stage <> 'departed'
    GROUP BY r.as_of`;
  if (!compared) return null;
  const rows = await tx.$queryRaw<ChangedRow[]>`
    SELECT c.external_id, c.name, s.probability, s.shadow_log_odds
    FROM score s JOIN customer c ON c.organisation_id = s.organisation_id AND c.id = s.customer_id
    WHERE s.organisation_id = ${organisationId} AND s.run_id = ${runId} AND s.shadow_log_odds IS NOT NULL
      AND s.stage <> 'departed' AND width_bucket(s.probability, ${floors}::float8[])
        <> width_bucket(1 / (1 + exp(-s.shadow_log_odds)), ${floors}::float8[])
    ORDER BY abs(s.log_odds - s.shadow_log_odds) DESC, c.id LIMIT ${MOST_CHANGES}`;
  return {
    asOf: compared.as_of.toISOString(),
    customers: compared.customers,
    correlation: compared.correlation,
    meanProbability: compared.mean,
    meanShadowProbability: compared.shadow_mean,
    changed: compared.changed,
    changes: rows.map((row) => {
      const shadowProbability = sigmoid(row.shadow_log_odds);
      return {
        externalId: row.external_id,
        name: row.name,
        from: bandOf(row.probability, bandFloors),
        to: bandOf(shadowProbability, bandFloors),
        probability: row.probability,
        shadowProbability,
      };
    }),
  };
}
