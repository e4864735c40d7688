import type { PoolClient } from "pg";
import { summaryChange } from "./summary-change";

/** Scores of a run that readers see. */
export type SeenScores = Readonly<{ organisationId: number; runId: number; customerIds: readonly number[] }>;

const ADD = summaryChange(
  "SELECT * FROM score WHERE organisation_id = $1 AND run_id = $2 AND customer_id = ANY ($3)",
  "+",
);

/** Counts scores that were just written, in the transaction that wrote them: one look-up a customer, one row an owner. */
export async function addToSummary(client: PoolClient, scores: SeenScores): Promise<void> {
  await client.query(ADD, [scores.organisationId, scores.runId, scores.customerIds]);
}
