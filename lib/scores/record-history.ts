import type { PoolClient } from "pg";

/** Half a point: a smaller change is the clock ticking, and would only fill the history. */
const SMALLEST_CHANGE_LOG_ODDS = (0.5 * Math.LN2) / 20;

/** Customers of a run whose scores were just written. */
type WrittenScores = Readonly<{ organisationId: number; runId: number; customerIds?: readonly number[] }>;

/**
 * Appends to the history every score that differs from the customer's last one there, by value or by model, and every
 * stage that is not the customer's last one. A stage gone back to (established after wavering) is entered anew when it is
 * seen, however long ago it first began. Set-based, in the transaction that wrote the scores.
 */
export async function recordHistory(client: PoolClient, written: WrittenScores): Promise<void> {
  const parameters = [written.organisationId, written.runId, written.customerIds ?? null];
  await client.query(
    `INSERT INTO score_history (organisation_id, customer_id, as_of, probability, log_odds, intercept,
                                model_version, rule_set_version, reasons)
     SELECT s.organisation_id, s.customer_id, s.as_of, s.probability, s.log_odds, s.intercept,
            r.model_version, r.rule_set_version, s.reasons
     FROM score s
     JOIN score_run r ON r.organisation_id = s.organisation_id AND r.id = s.run_id
     LEFT JOIN LATERAL (
       SELECT h.log_odds, h.model_version FROM score_history h
       WHERE h.organisation_id = s.organisation_id AND h.customer_id = s.customer_id
       ORDER BY h.as_of DESC, h.computed_at DESC LIMIT 1) last ON true
     WHERE s.organisation_id = $1 AND s.run_id = $2 AND ($3::int[] IS NULL OR s.customer_id = ANY ($3))
       AND (last.log_odds IS NULL OR last.model_version <> r.model_version
            OR abs(last.log_odds - s.log_odds) >= ${SMALLEST_CHANGE_LOG_ODDS})`,
    parameters,
  );
  await client.query(
    `INSERT INTO stage_entry (organisation_id, customer_id, entered_at, stage)
     SELECT s.organisation_id, s.customer_id,
            CASE WHEN last.entered_at >= s.stage_since THEN s.as_of ELSE s.stage_since END, s.stage
     FROM score s
     LEFT JOIN LATERAL (
       SELECT e.stage, e.entered_at FROM stage_entry e
       WHERE e.organisation_id = s.organisation_id AND e.customer_id = s.customer_id
       ORDER BY e.entered_at DESC LIMIT 1) last ON true
     WHERE s.organisation_id = $1 AND s.run_id = $2 AND ($3::int[] IS NULL OR s.customer_id = ANY ($3))
       AND last.stage IS DISTINCT FROM s.stage
     ON CONFLICT (organisation_id, customer_id, entered_at) DO UPDATE SET stage = excluded.stage`,
    parameters,
  );
}
