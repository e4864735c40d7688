import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { copyIn } from "./copy";

const BUFFER_CHARACTERS = 256 * 1024;

/** Writes lines of COPY's text format, waiting whenever the server is slower. */
export type LineSink = (line: string) => Promise<void> | undefined;

/**
 * Opens `COPY … FROM STDIN`, lets `produce` write lines, and ends it. When either side fails, both are done with and the
 * failure is thrown; the caller's transaction is then to be rolled back.
 * PostgreSQL takes no COPY into a table under row-level security: the target is a temporary table.
 */
export async function copyInLines<T>(
  client: PoolClient,
  statement: string,
  produce: (write: LineSink) => Promise<T>,
): Promise<T> {
  const target = copyIn(client, statement);
  const ended = finished(target);
  // The failure is met by whoever waits next; unobserved it would end the process.
  ended.catch(() => undefined);
  let buffered = "";
  const flush = async () => {
    const chunk = buffered;
    buffered = "";
    if (!target.write(chunk)) await Promise.race([once(target, "drain"), ended]);
  };
  try {
    const result = await produce((line) => {
      buffered += line;
      return buffered.length < BUFFER_CHARACTERS ? undefined : flush();
    });
    target.end(buffered);
    await ended;
    return result;
  } catch (error) {
    target.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
