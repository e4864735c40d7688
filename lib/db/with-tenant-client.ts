import type { PoolClient } from "pg";
import { appPool } from "./pool";

/**
 * Runs `work` on one raw connection inside one transaction that sees the rows of one organisation and no others.
 * For COPY and tagged SQL; everything else goes through withTenant.
 */
export async function withTenantClient<T>(
  organisationId: number,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await appPool().connect();
  let broken: Error | undefined;
  try {
    // One trip to the server for both; the number cannot be anything but one.
    await client.query(`BEGIN; SELECT set_config('app.org', '${Math.trunc(organisationId)}', true)`);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not return to the pool.
    await client.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
