import type { PoolClient } from "pg";
import { type BoundParameter, type BoundResult, boundQueries } from "./bound-queries";

/** Runs one statement whose parameters are large arrays in binary form; see boundQueries. */
export async function boundQuery(
  client: PoolClient,
  text: string,
  parameters: readonly BoundParameter[],
): Promise<BoundResult> {
  const [result] = await boundQueries(client, [{ text, parameters }]);
  if (!result) throw new Error("The server did not answer the statement.");
  return result;
}
