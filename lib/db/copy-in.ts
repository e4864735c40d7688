import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from } from "pg-copy-streams";

/**
 * Runs `COPY … FROM STDIN` with what the source gives, and waits until the server has taken it or refused; then the
 * caller's transaction is to be rolled back. For the other direction see forEachCopyFrames.
 * PostgreSQL takes no COPY into a table under row-level security: the target is a temporary table.
 * @throws DatabaseError that names the line the server would not take
 */
export async function copyIn(
  client: PoolClient,
  statement: string,
  source: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  await pipeline(source, client.query(from(statement)));
}
