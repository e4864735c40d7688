import type { PoolClient } from "pg";
import { withdrawScores } from "@/lib/scores/withdraw-scores";

/** What is reckoned from a customer and goes with it; anything else that names one keeps it. */
const DERIVED = ["score", "score_history", "stage_entry", "former_facts", "import_change"];

type Found = Readonly<{ id: number }>;

/**
 * Removes customers about whom nothing is known but what is reckoned from other rows.
 * @param client inside a transaction that holds the organisation's merges off (lockMerges)
 * @returns the ids that stay because something names them: touchpoints, outcomes, or a row of any other table with a
 *   customer, which is asked of the catalogue so that a table of tomorrow keeps its customers too
 */
export async function removeCustomers(
  client: PoolClient,
  organisationId: number,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const named = await findNamed(client, organisationId, ids);
  const free = ids.filter((id) => !named.has(id));
  if (free.length === 0) return named;
  const runId = await currentRun(client, organisationId);
  if (runId !== null) await withdrawScores(client, { organisationId, runId, customerIds: free });
  for (const table of [...DERIVED, "customer"]) {
    const column = table === "customer" ? "id" : "customer_id";
    await client.query(`DELETE FROM "${table}" WHERE organisation_id = $1 AND "${column}" = ANY($2::int[])`, [
      organisationId,
      free,
    ]);
  }
  return named;
}

async function findNamed(client: PoolClient, organisationId: number, ids: readonly number[]): Promise<Set<number>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'customer_id' AND table_name <> ALL($1::text[])`,
    [DERIVED],
  );
  if (tables.length === 0) return new Set();
  const named = tables.map(
    ({ name }) =>
      `EXISTS (SELECT FROM "${name}" AS other WHERE other.organisation_id = (SELECT $1::int) AND other.customer_id = asked.id)`,
  );
  const { rows } = await client.query<Found>(
    `SELECT id FROM unnest($2::int[]) AS asked(id) WHERE ${named.join(" OR ")}`,
    [organisationId, ids],
  );
  return new Set(rows.map((row) => row.id));
}

async function currentRun(client: PoolClient, organisationId: number): Promise<number | null> {
  const { rows } = await client.query<{ id: number | null }>(
    "SELECT current_score_run_id AS id FROM organisation WHERE id = $1",
    [organisationId],
  );
  return rows[0]?.id ?? null;
}
