import { beforeEach, describe, expect, it } from "vitest";
import { systemPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { absorbJobs } from "@/lib/jobs/absorb-jobs";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { scoreAll } from "@/lib/scores/score-all";
import { scoreTouched } from "@/lib/scores/score-touched";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const NOW = "2026-06-30T12:00:00Z";
const KIND = "price-increase";

let organisationId: number;
let customerIds: number[];

beforeEach(async () => {
  organisationId = (await createOrganisation({ name: "Orders", admin: null, settings: { clock: NOW } })).organisationId;
  customerIds = [];
  for (const externalId of ["one", "two", "three", "four"]) {
    customerIds.push(await makeCustomerWithTouchpoints(organisationId, { externalId, startedOn: "2024-01-01" }));
  }
  await scoreAll(organisationId);
});

/** A touchpoint that makes the customer's score higher, and the order to score it. */
function touch(customerId: number): Promise<string> {
  return withTenantClient(organisationId, async (client) => {
    await client.query(
      `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id)
       SELECT $1, gen_random_uuid(), $2, '2026-06-29T00:00:00Z', id FROM kind WHERE key = '${KIND}'`,
      [organisationId, customerId],
    );
    return enqueueJob(client, { organisationId, task: "score-customers", payload: { customerIds: [customerId] } });
  });
}

async function probabilities(): Promise<number[]> {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ probability: number }>("SELECT probability FROM score ORDER BY customer_id"),
  );
  return rows.map((row) => row.probability);
}

async function states(): Promise<string[]> {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ state: string }>("SELECT state FROM job WHERE task = 'score-customers' ORDER BY id"),
  );
  return rows.map((row) => row.state);
}

async function inQueue(jobIds: readonly string[]): Promise<number> {
  const { rowCount } = await systemPool().query("SELECT FROM graphile_worker.jobs WHERE key = ANY ($1)", [jobIds]);
  return rowCount ?? 0;
}

describe("orders to score customers", () => {
  it("that wait are done with the one before them, and leave the queue", async () => {
    const [calm = 0] = await probabilities();
    const [one, two, three] = customerIds as [number, number, number, number];
    await touch(one);
    const waiting = [await touch(two), await touch(three)];
    expect(await inQueue(waiting)).toBe(2);
    await scoreTouched(organisationId, [one]);
    const after = await probabilities();
    expect(after.map((probability) => probability > calm)).toEqual([true, true, true, false]);
    expect(await states()).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(await inQueue(waiting)).toBe(0);
  });

  it("wait again when the transaction that took them over rolls back", async () => {
    const waiting = [await touch(customerIds[0] ?? 0), await touch(customerIds[1] ?? 0)];
    const failed = withTenantClient(organisationId, async (client) => {
      const taken = await absorbJobs(client, { organisationId, task: "score-customers", most: 10 });
      expect(taken.flatMap((payload) => payload.customerIds).sort()).toEqual(customerIds.slice(0, 2));
      throw new Error("rolled back on purpose");
    });
    await expect(failed).rejects.toThrow("on purpose");
    expect(await states()).toEqual(["queued", "queued"]);
    expect(await inQueue(waiting)).toBe(2);
  });

  it("of another organisation are out of reach", async () => {
    const foreign = withTenantClient(organisationId, (client) =>
      absorbJobs(client, { organisationId: organisationId + 1, task: "score-customers", most: 10 }),
    );
    await expect(foreign).rejects.toThrow("is not the current one");
  });

  it("leave work of other kinds alone", async () => {
    const recompute = await withTenantClient(organisationId, (client) =>
      enqueueJob(client, { organisationId, task: "score-all", payload: {} }),
    );
    await scoreTouched(organisationId, [customerIds[0] ?? 0]);
    expect(await inQueue([recompute])).toBe(1);
  });
});
