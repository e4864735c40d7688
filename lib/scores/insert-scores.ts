import type { PoolClient } from "pg";
import { SCORE_COLUMNS } from "./score-row";
import { summaryParts } from "./summary-change";

/** Half a point: a smaller change is the clock ticking, and would only fill the history. */
const SMALLEST_CHANGE_LOG_ODDS = (0.5 * Math.LN2) / 20;

/** What the leaderboard filters by stands beside the score, as the customer is when the score is written. */
const ROWS = `INSERT INTO score (${SCORE_COLUMNS}, owner_id, renews_on, mrr_minor, in_own_currency)
  SELECT ${SCORE_COLUMNS}, c.owner_id, c.renews_on, c.mrr_minor, coalesce(c.currency = $2, true)
  FROM (SELECT * FROM score_fresh ORDER BY customer_id) score_fresh
  JOIN (SELECT id AS customer_id, owner_id, renews_on, mrr_minor, currency FROM customer
        WHERE organisation_id = $1) c USING (customer_id)
  RETURNING *`;

/** Every score that differs from the customer's last one in the history, by value or by model. */
const HISTORY = `INSERT INTO score_history (organisation_id, customer_id, as_of, probability, log_odds, intercept,
                                            model_version, rule_set_version, reasons)
  SELECT s.organisation_id, s.customer_id, s.as_of, s.probability, s.log_odds, s.intercept, $3, $4, s.reasons
  FROM rows s
  LEFT JOIN LATERAL (
    SELECT h.log_odds, h.model_version FROM score_history h
    WHERE h.organisation_id = $1 AND h.customer_id = s.customer_id
    ORDER BY h.as_of DESC, h.computed_at DESC LIMIT 1) last ON true
  WHERE last.log_odds IS NULL OR last.model_version <> $3
     OR abs(last.log_odds - s.log_odds) >= ${SMALLEST_CHANGE_LOG_ODDS}`;

/**
 * Every stage that is not the customer's last one. A stage gone back to (established after wavering) is entered anew when
 * it is seen, however long ago it first began.
 */
const STAGES = `INSERT INTO stage_entry (organisation_id, customer_id, entered_at, stage)
  SELECT s.organisation_id, s.customer_id,
         CASE WHEN last.entered_at >= s.stage_since THEN s.as_of ELSE s.stage_since END, s.stage
  FROM rows s
  LEFT JOIN LATERAL (
    SELECT e.stage, e.entered_at FROM stage_entry e
    WHERE e.organisation_id = $1 AND e.customer_id = s.customer_id
    ORDER BY e.entered_at DESC LIMIT 1) last ON true
  WHERE last.stage IS DISTINCT FROM s.stage
  ON CONFLICT (organisation_id, customer_id, entered_at) DO UPDATE SET stage = excluded.stage`;

const UNSEEN = `WITH rows AS (${ROWS}), history AS (${HISTORY}) ${STAGES}`;
const { moved, kept } = summaryParts("+", "$5");
const SEEN = `WITH rows AS (${ROWS}), history AS (${HISTORY}), stages AS (${STAGES}), ${moved} ${kept}`;

/** The configuration of the scores in `score_fresh`. */
export type FreshScores = Readonly<{
  organisationId: number;
  /** Of the organisation: amounts in others are not added up. */
  currency: string;
  modelVersion: number;
  ruleSetVersion: number;
  /** The run of the scores, when readers see it: then the figures above the leaderboard follow. */
  seenRunId: number | null;
}>;

/**
 * Writes the scores that stand in the temporary table `score_fresh` with what follows from them (history, stages, and the
 * figures above the leaderboard), in one statement: no row is looked up again. Set-based, in the caller's transaction.
 */
export async function insertScores(client: PoolClient, fresh: FreshScores): Promise<void> {
  const parameters = [fresh.organisationId, fresh.currency, fresh.modelVersion, fresh.ruleSetVersion];
  if (fresh.seenRunId === null) await client.query(UNSEEN, parameters);
  else await client.query(SEEN, [...parameters, fresh.seenRunId]);
}
