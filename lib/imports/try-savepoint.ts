import type { PoolClient } from "pg";

const INTEGRITY = /^23/;

/** Does something that the database may refuse to keep whole. @returns undefined when it did, and nothing of it was done */
export async function trySavepoint<T>(client: PoolClient, work: () => Promise<T>): Promise<T | undefined> {
  await client.query("SAVEPOINT attempt");
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && INTEGRITY.test(String(error.code)))) throw error;
    await client.query("ROLLBACK TO SAVEPOINT attempt");
    return undefined;
  }
}
