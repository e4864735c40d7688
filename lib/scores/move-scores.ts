import type { PoolClient } from "pg";
import { addToSummary } from "./add-to-summary";
import { summaryChange } from "./summary-change";

const TAKE_OUT = summaryChange(
  "SELECT * FROM score WHERE organisation_id = $1 AND run_id = $2 AND customer_id = ANY ($3)",
  "-",
);

/**
 * Lets the scores that readers see follow their customers into another book, with the figures above the leaderboard, in the
 * transaction that changed the owners. Only rows that differ are locked and written.
 */
export async function moveScores(
  client: PoolClient,
  organisationId: number,
  customerIds: readonly number[],
): Promise<void> {
  const { rows } = await client.query<{ run_id: number; customer_id: number }>(
    `SELECT s.run_id, s.customer_id FROM score s
     JOIN customer c ON c.organisation_id = s.organisation_id AND c.id = s.customer_id
     WHERE s.organisation_id = $1 AND s.run_id = (SELECT current_score_run_id FROM organisation WHERE id = $1)
       AND s.customer_id = ANY ($2) AND s.owner_id IS DISTINCT FROM c.owner_id
     ORDER BY s.customer_id FOR UPDATE OF s`,
    [organisationId, customerIds],
  );
  const [first] = rows;
  if (!first) return;
  const moved = { organisationId, runId: first.run_id, customerIds: rows.map((row) => row.customer_id) };
  const parameters = [organisationId, moved.runId, moved.customerIds];
  await client.query(TAKE_OUT, parameters);
  await client.query(
    `UPDATE score s SET owner_id = c.owner_id FROM customer c
     WHERE s.organisation_id = $1 AND s.run_id = $2 AND s.customer_id = ANY ($3)
       AND c.organisation_id = s.organisation_id AND c.id = s.customer_id`,
    parameters,
  );
  await addToSummary(client, moved);
}
