import type { PoolClient } from "pg";
import type { LedgerPosition } from "./ledger-cursor";

/** A score as it was written into the history: as of when, and when the database reckoned it. */
export type RecordedScore = LedgerPosition &
  Readonly<{ probability: number; logOdds: number; modelVersion: number; ruleSetVersion: number }>;

type Wanted = Readonly<{
  organisationId: number;
  customerId: number;
  /** Only those as of up to this moment. */
  upToMs: number;
  /** Only those before this one. */
  before?: LedgerPosition;
  limit: number;
}>;

const LATEST = new Date(253_402_300_799_999);

/** A customer's recorded scores, newest first, from the history's own key. */
export async function loadRecordedScores(client: PoolClient, wanted: Wanted): Promise<readonly RecordedScore[]> {
  const { before } = wanted;
  const { rows } = await client.query<RecordedScore>(
    `SELECT extract(epoch FROM as_of)::float8 * 1000 AS "asOfMs",
            extract(epoch FROM computed_at)::float8 * 1000 AS "computedMs",
            probability, log_odds AS "logOdds", model_version AS "modelVersion", rule_set_version AS "ruleSetVersion"
     FROM score_history
     WHERE organisation_id = $1 AND customer_id = $2 AND as_of <= $3 AND (as_of, computed_at) < ($4, $5)
     ORDER BY as_of DESC, computed_at DESC LIMIT $6`,
    [
      wanted.organisationId,
      wanted.customerId,
      new Date(Math.min(wanted.upToMs, LATEST.getTime())),
      before ? new Date(before.asOfMs) : LATEST,
      before ? new Date(before.computedMs) : LATEST,
      wanted.limit,
    ],
  );
  return rows.map((row) => ({ ...row, asOfMs: Math.round(row.asOfMs), computedMs: Math.round(row.computedMs) }));
}
