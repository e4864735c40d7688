import { type Client, DatabaseError } from "pg";

/** PostgreSQL's code for an object that somebody uses. */
const IN_USE = "55006";
const ATTEMPTS = 6;

/**
 * Ends what tests left open in a database and drops it. The server's own vacuum may not be ended by us (WITH (FORCE) gives
 * up when it meets one); it gives way to the drop, which waits five seconds for it.
 */
export async function dropDatabase(client: Client, name: string, attempts = ATTEMPTS): Promise<void> {
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = current_user",
    [name],
  );
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
  } catch (error) {
    if (attempts <= 1 || !(error instanceof DatabaseError) || error.code !== IN_USE) throw error;
    await dropDatabase(client, name, attempts - 1);
  }
}
