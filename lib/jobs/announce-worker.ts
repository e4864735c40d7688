import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** Soon: until it is announced again, a worker of another process may take it for dead. */
const RETRY_MS = 250;

/**
 * Announces a worker for as long as its process lives: an advisory lock on a connection of its own, which PostgreSQL frees
 * when that connection ends, however it ends. A connection that broke, as when the database starts anew, is made again.
 * @param poolId what graphile-worker locks jobs by: the pool of a process, whichever of its workers runs them
 * @returns how to take leave
 */
export function announceWorker(poolId: string): () => Promise<void> {
  const leaving = new AbortController();
  let client: Client | undefined;
  const kept = keep();

  async function keep(): Promise<void> {
    while (!leaving.signal.aborted) {
      client = newClient();
      try {
        await holdUntilItEnds(client, poolId);
        if (!leaving.signal.aborted) log().warn("the worker lost the connection that announces it");
      } catch (error) {
        if (!leaving.signal.aborted) log().warn({ err: error }, "the worker is not announced");
      }
      await client.end().catch(() => undefined); // broken already
      await delay(RETRY_MS, undefined, { signal: leaving.signal }).catch(() => undefined); // left meanwhile
    }
  }

  return async () => {
    leaving.abort();
    await client?.end();
    await kept;
  };
}

function newClient(): Client {
  return new Client({
    connectionString: env().DATABASE_URL,
    application_name: "rekindle-worker",
    keepAlive: true,
  });
}

async function holdUntilItEnds(client: Client, poolId: string): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    client.once("end", resolve);
    // Without a listener an error would end the process; the end that follows says as much.
    client.on("error", () => undefined);
  });
  await client.connect();
  await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [poolId]);
  await ended;
}
