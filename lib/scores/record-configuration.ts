import type { PoolClient } from "pg";
import type { ScoringSetup } from "./scoring-setup";

/**
 * Keeps the configuration that scores are about to be written under, when it is not the one kept last: what an old score
 * was reckoned with can then be loaded again. Called under the lock of the organisation's scores, in the transaction that
 * writes them.
 */
export async function recordConfiguration(client: PoolClient, setup: ScoringSetup, asOfMs: number): Promise<void> {
  const { id: organisationId, horizonDays, timeZone } = setup.settings;
  const kinds = setup.kinds
    .map(({ id, key, category, valence, halfLifeDays }) => ({ id, key, category, valence, halfLifeDays }))
    .sort((a, b) => a.id - b.id);
  await client.query(
    `INSERT INTO scoring_configuration (organisation_id, version, model_version, rule_set_version, kinds, horizon_days,
                                        time_zone, as_of)
     SELECT $1::int, coalesce(last.version, 0) + 1, $2::int, $3::int, $4::jsonb, $5::int, $6, $7
     FROM (SELECT 1) AS one
     LEFT JOIN LATERAL (SELECT * FROM scoring_configuration WHERE organisation_id = $1::int
                        ORDER BY version DESC LIMIT 1) last ON true
     WHERE (last.model_version, last.rule_set_version, last.kinds, last.horizon_days, last.time_zone)
       IS DISTINCT FROM ($2::int, $3::int, $4::jsonb, $5::int, $6::text)`,
    [
      organisationId,
      setup.modelVersion,
      setup.ruleSetVersion,
      JSON.stringify(kinds),
      horizonDays,
      timeZone,
      new Date(asOfMs),
    ],
  );
}
