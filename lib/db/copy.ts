import type { Writable } from "node:stream";
import type { PoolClient } from "pg";
import { from } from "pg-copy-streams";

/** Opens `COPY … FROM STDIN`; it is done when the stream has finished. For the other direction see forEachCopyFrames. */
export function copyIn(client: PoolClient, statement: string): Writable {
  return client.query(from(statement));
}
