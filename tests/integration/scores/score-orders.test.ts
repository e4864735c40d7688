import { beforeEach, describe, expect, it } from "vitest";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { orderScores, takeOrders } from "@/lib/scores/order-scores";
import { scoreAll } from "@/lib/scores/score-all";
import { scoreTouched } from "@/lib/scores/score-touched";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { rowsOf } from "../imports/import-text";

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
function touch(customerId: number): Promise<void> {
  return withTenantClient(organisationId, async (client) => {
    await client.query(
      `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id)
       SELECT $1, gen_random_uuid(), $2, '2026-06-29T00:00:00Z', id FROM kind WHERE key = '${KIND}'`,
      [organisationId, customerId],
    );
    await orderScores(client, organisationId, [customerId]);
  });
}

async function probabilities(): Promise<number[]> {
  const rows = await rowsOf<{ probability: number }>(
    organisationId,
    "SELECT probability FROM score ORDER BY customer_id",
  );
  return rows.map((row) => row.probability);
}

const ordered = () =>
  rowsOf<{ customer_ids: number[] }>(organisationId, "SELECT customer_ids FROM score_order ORDER BY id");
const waitingJobs = () =>
  rowsOf<{ id: string }>(organisationId, "SELECT id FROM job WHERE task = 'score-customers' AND state = 'queued'");

describe("orders to score customers", () => {
  it("that wait are done together, by the one job that they share", async () => {
    const [calm = 0] = await probabilities();
    for (const customerId of customerIds.slice(0, 3)) await touch(customerId);
    expect(await waitingJobs()).toHaveLength(1);
    await scoreTouched(organisationId);
    const after = await probabilities();
    expect(after.map((probability) => probability > calm)).toEqual([true, true, true, false]);
    expect(await ordered()).toEqual([]);
  });

  it("do not share a job that has begun: it may have looked before they were there", async () => {
    await touch(customerIds[0] ?? 0);
    await rowsOf(organisationId, "UPDATE job SET state = 'running', attempts = 1 WHERE state = 'queued'");
    await touch(customerIds[1] ?? 0);
    expect(await waitingJobs()).toHaveLength(1);
  });

  it("hold their job back until they are there to be seen", async () => {
    await touch(customerIds[0] ?? 0);
    const [job] = await waitingJobs();
    const begin = `UPDATE job SET state = 'running' WHERE id = '${job?.id}' RETURNING state`;
    const seen = await withTenantClient(organisationId, async (client) => {
      await orderScores(client, organisationId, [customerIds[1] ?? 0]);
      const early = rowsOf(organisationId, `SET LOCAL lock_timeout = '200ms'; ${begin}`);
      return early.then(
        () => "begun",
        (error: Error) => error.message,
      );
    });
    expect(seen).toMatch("lock timeout");
    expect(await rowsOf(organisationId, begin)).toHaveLength(1);
  });

  it("wait again when the transaction that took them rolls back", async () => {
    for (const customerId of customerIds.slice(0, 2)) await touch(customerId);
    const failed = withTenantClient(organisationId, async (client) => {
      expect(await takeOrders(client, organisationId)).toEqual(customerIds.slice(0, 2));
      throw new Error("rolled back on purpose");
    });
    await expect(failed).rejects.toThrow("on purpose");
    expect(await ordered()).toHaveLength(2);
  });

  it("of another organisation are out of reach", async () => {
    await touch(customerIds[0] ?? 0);
    const other = await createOrganisation({ name: "Others", admin: null, settings: { clock: NOW } });
    const taken = await withTenantClient(other.organisationId, (client) => takeOrders(client, organisationId));
    expect(taken).toEqual([]);
    expect(await ordered()).toHaveLength(1);
  });

  it("are settled by a run over everyone, when there is none yet", async () => {
    const fresh = await createOrganisation({ name: "Fresh", admin: null, settings: { clock: NOW } });
    organisationId = fresh.organisationId;
    const customerId = await makeCustomerWithTouchpoints(organisationId, {
      externalId: "one",
      startedOn: "2024-01-01",
    });
    await touch(customerId);
    await scoreTouched(organisationId);
    expect(await probabilities()).toHaveLength(1);
    expect(await ordered()).toEqual([]);
  });
});
