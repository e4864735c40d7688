import { createHash } from "node:crypto";
import type { PoolClient, QueryResultRow } from "pg";

const names = new Map<string, string>();

/**
 * Runs a statement that the connection parses and plans once, and then only binds: worth it for statements of every page,
 * whose planning takes longer than their work. The text must be one of few: nothing in it may come from a request.
 */
export async function preparedQuery<Row extends QueryResultRow>(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
  }
  return (await client.query<Row>({ name, text, values: [...values] })).rows;
}
