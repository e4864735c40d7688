import type { PoolClient } from "pg";
import { beforeAll, expect, it } from "vitest";
import { pipelinePool } from "@/lib/db/pool";
import { withTenantPipeline } from "@/lib/db/with-tenant-pipeline";
import { createOrganisation } from "@/lib/organisations/create-organisation";

let ours = 0;
let theirs = 0;

beforeAll(async () => {
  ours = (await createOrganisation({ name: "Ours", admin: null })).organisationId;
  theirs = (await createOrganisation({ name: "Theirs", admin: null })).organisationId;
});

async function kindsOf(client: PoolClient): Promise<readonly number[]> {
  const { rows } = await client.query<{ id: number }>("SELECT DISTINCT organisation_id AS id FROM kind");
  return rows.map(({ id }) => id);
}

async function answerTo(client: PoolClient, statement: string): Promise<unknown> {
  return (await client.query(statement)).rows[0];
}

it("sees the rows of one organisation and no others, however many ask at the same time", async () => {
  const organisations = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? ours : theirs));
  const seen = await Promise.all(
    organisations.map((organisationId) => withTenantPipeline(organisationId, (client) => [kindsOf(client)])),
  );
  expect(seen).toEqual(organisations.map((organisationId) => [[organisationId]]));
});

it("gives each read its own answer, and one that asks again its second", async () => {
  const twice = async (client: PoolClient) => [
    await answerTo(client, "SELECT 1 AS first"),
    await answerTo(client, "SELECT 2 AS second"),
  ];
  const [pair, third] = await withTenantPipeline(ours, (client) => [
    twice(client),
    answerTo(client, "SELECT 3 AS third"),
  ]);
  expect({ pair, third }).toEqual({ pair: [{ first: 1 }, { second: 2 }], third: { third: 3 } });
});

it("reads in one transaction, which cannot write", async () => {
  const id = "SELECT pg_current_xact_id_if_assigned() AS id, now() AS began";
  const [one, other] = await withTenantPipeline(ours, (client) => [answerTo(client, id), answerTo(client, id)]);
  expect(one).toEqual(other);
  const writes = withTenantPipeline(ours, (client) => [answerTo(client, "DELETE FROM touchpoint")]);
  await expect(writes).rejects.toThrow("read-only transaction");
});

it("throws what failed, waits for the others, and leaves the connection to the next with nothing of it", async () => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    let isDone = false;
    const slow = async (client: PoolClient) => {
      await client.query("SELECT pg_sleep(0.01)");
      isDone = true;
    };
    const failed = withTenantPipeline(ours, (client) => [slow(client), answerTo(client, "SELECT 1 / 0")]);
    await expect(failed).rejects.toThrow("division by zero");
    expect(isDone).toBe(true);
    expect(await withTenantPipeline(theirs, (client) => [kindsOf(client)])).toEqual([[theirs]]);
  }
  expect(pipelinePool().waitingCount).toBe(0);
  expect(pipelinePool().idleCount).toBe(pipelinePool().totalCount);
});
