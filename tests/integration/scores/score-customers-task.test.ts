import { beforeEach, describe, expect, it } from "vitest";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { orderScores } from "@/lib/scores/order-scores";
import { scoreAll } from "@/lib/scores/score-all";
import { scoreCustomersTask } from "@/lib/scores/score-customers-task";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { rowsOf } from "../imports/import-text";

const STREAM_MS = 700;
const MANY = 101;

let organisationId: number;
let customerId: number;

beforeEach(async () => {
  const settings = { clock: "2026-06-30T12:00:00Z" };
  ({ organisationId } = await createOrganisation({ name: "Stream", admin: null, settings }));
  customerId = await makeCustomerWithTouchpoints(organisationId, { externalId: "one", startedOn: "2024-01-01" });
  await scoreAll(organisationId);
});

/** Orders a customer to be scored, so many times. */
function order(times: number): Promise<void> {
  const ids = Array<number>(times).fill(customerId);
  return withTenantClient(organisationId, (client) => orderScores(client, organisationId, ids));
}

async function waiting(): Promise<number> {
  return (await rowsOf(organisationId, "SELECT id FROM score_order")).length;
}

function run(): Promise<void> {
  const job = { organisationId, jobId: "", payload: {}, signal: new AbortController().signal };
  return scoreCustomersTask({ ...job, report: async () => undefined });
}

describe("scoring customers that were touched", () => {
  it("lets a burst of batches come in first when many are touched, and scores them together", async () => {
    await order(MANY);
    const done = run();
    const startedMs = performance.now();
    while (performance.now() - startedMs < STREAM_MS) await order(1);
    await done;
    expect(await waiting()).toBe(0);
  });

  it("does not wait when few are touched, however much more comes in", async () => {
    await order(1);
    let isDone = false;
    const done = run().then(() => {
      isDone = true;
    });
    const startedMs = performance.now();
    while (!isDone && performance.now() - startedMs < 5_000) await order(1);
    expect(isDone).toBe(true);
    await done;
  });
});
