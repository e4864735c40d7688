import { type BoundResult, type BoundStatement, boundQueries } from "./bound-queries";
import { appPool } from "./pool";

const SET_TENANT = "SELECT set_config('app.org', $1::int::text, true)";

/**
 * Runs statements in one transaction that sees the rows of one organisation and no others, in a single trip to the server,
 * where withTenantClient takes one for the beginning, one for each statement and one for the end.
 * @returns what each statement gave
 */
export async function inOneTrip(
  organisationId: number,
  statements: readonly BoundStatement[],
): Promise<readonly BoundResult[]> {
  const client = await appPool().connect();
  try {
    const setTenant = { text: SET_TENANT, parameters: [organisationId] };
    const [, ...results] = await boundQueries(client, [setTenant, ...statements]);
    return results;
  } finally {
    client.release();
  }
}
