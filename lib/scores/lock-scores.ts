import type { PoolClient } from "pg";

/** Only one transaction writes the scores of an organisation at a time: a worker's and a command's wait for each other. */
export async function lockScores(client: PoolClient, organisationId: number): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('scores'), $1)", [organisationId]);
}
