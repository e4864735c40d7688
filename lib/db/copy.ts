import type { Readable, Writable } from "node:stream";
import type { PoolClient } from "pg";
import { from, to } from "pg-copy-streams";

/** Opens `COPY … TO STDOUT`; read it to the end before the connection is used again. */
export function copyOut(client: PoolClient, statement: string): Readable {
  return client.query(to(statement));
}

/** Opens `COPY … FROM STDIN`; it is done when the stream has finished. */
export function copyIn(client: PoolClient, statement: string): Writable {
  return client.query(from(statement));
}
