import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from } from "pg-copy-streams";

/**
 * Runs `COPY … FROM STDIN` with whole lines of its text format, in one message, and waits until the server has taken them
 * or refused; then the caller's transaction is to be rolled back. For the other direction see forEachCopyFrames.
 * PostgreSQL takes no COPY into a table under row-level security: the target is a temporary table.
 * @throws DatabaseError that names the line the server would not take
 */
export async function copyIn(client: PoolClient, statement: string, lines: Buffer): Promise<void> {
  await finished(client.query(from(statement)).end(lines));
}
