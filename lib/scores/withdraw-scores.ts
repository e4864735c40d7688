import type { PoolClient } from "pg";
import type { SeenScores } from "./add-to-summary";
import { summaryChange } from "./summary-change";

const WITHDRAW = summaryChange(
  `DELETE FROM score WHERE organisation_id = $1 AND run_id = $2 AND customer_id = ANY ($3)
   RETURNING owner_id, stage, band, change_7d, value_at_risk_minor, in_own_currency`,
  "-",
);

/** Deletes scores and takes exactly those out of the figures above the leaderboard, in one statement. */
export async function withdrawScores(client: PoolClient, scores: SeenScores): Promise<void> {
  await client.query(WITHDRAW, [scores.organisationId, scores.runId, scores.customerIds]);
}
