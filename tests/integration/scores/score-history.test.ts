import { beforeAll, describe, expect, it } from "vitest";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { insertScores } from "@/lib/scores/insert-scores";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const POINT = Math.LN2 / 20;
const START_MS = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;

let organisationId: number;
let runs = 0;

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "History", admin: null })).organisationId;
});

type Scored = Readonly<{
  customerId: number;
  points: number;
  stage?: string;
  sinceDay?: number;
  modelVersion?: number;
}>;

/** Writes a run with one score as scoring does. @returns its day */
async function run({ customerId, points, stage = "established", sinceDay = 0, modelVersion = 1 }: Scored) {
  runs += 1;
  const asOf = new Date(START_MS + runs * DAY_MS);
  await withTenantClient(organisationId, async (client) => {
    const made = await client.query<{ id: number }>(
      `INSERT INTO score_run (organisation_id, as_of, model_version, rule_set_version) VALUES ($1, $2, $3, 1) RETURNING id`,
      [organisationId, asOf, modelVersion],
    );
    const runId = made.rows[0]!.id;
    await client.query("CREATE TEMP TABLE score_fresh (LIKE score INCLUDING DEFAULTS) ON COMMIT DROP");
    await client.query(
      `INSERT INTO score_fresh (organisation_id, run_id, customer_id, as_of, probability, log_odds, intercept, risk_order, band,
                          stage, stage_since, evidence, change_7d, reasons)
       VALUES ($1, $2, $3, $4, 0.5, $5, -2, 0.5, 'critical', $6, $7, 'ok', 0, '[["rule", 1]]')`,
      [organisationId, runId, customerId, asOf, points * POINT, stage, new Date(START_MS + sinceDay * DAY_MS)],
    );
    const versions = { modelVersion, ruleSetVersion: 1 };
    await insertScores(client, { organisationId, currency: "EUR", ...versions, seenRunId: null });
  });
  return runs;
}

async function history(customerId: number) {
  const { scores, stages } = await withTenantClient(organisationId, async (client) => ({
    scores: await client.query<{ log_odds: number }>(
      "SELECT * FROM score_history WHERE customer_id = $1 ORDER BY as_of",
      [customerId],
    ),
    stages: await client.query<{ stage: string; entered_at: Date }>(
      "SELECT stage, entered_at FROM stage_entry WHERE customer_id = $1 ORDER BY entered_at",
      [customerId],
    ),
  }));
  return {
    points: scores.rows.map((row) => Math.round((row.log_odds / POINT) * 1_000) / 1_000),
    rows: scores.rows,
    stages: stages.rows.map((row) => `${row.stage} ${(row.entered_at.getTime() - START_MS) / DAY_MS}`),
  };
}

let made = 0;
function customer(): Promise<number> {
  made += 1;
  return makeCustomerWithTouchpoints(organisationId, { externalId: `c-${made}` });
}

async function pointsAfter(points: readonly number[]): Promise<number[]> {
  const customerId = await customer();
  for (const value of points) await run({ customerId, points: value });
  return (await history(customerId)).points;
}

describe("the history of scores", () => {
  it.each<[string, number[], number[]]>([
    ["the first score", [0], [0]],
    ["no change", [10, 10, 10], [10]],
    ["a change below half a point", [10, 10.49, 9.51], [10]],
    ["a change of half a point and a little", [10, 10.501], [10, 10.501]],
    ["a fall as well as a rise", [10, 9.4, 10.2], [10, 9.4, 10.2]],
    ["small steps once they add up, measured from what was last kept", [10, 10.3, 10.6, 10.9], [10, 10.6]],
    ["a return to an older value", [10, 30, 10], [10, 30, 10]],
    ["a change across nought", [-0.3, 0.3], [-0.3, 0.3]],
  ])("keeps %s", async (_what, given, kept) => expect(await pointsAfter(given)).toEqual(kept));

  it("keeps a score that did not change under a new model", async () => {
    const customerId = await customer();
    await withTenantClient(organisationId, (client) =>
      client.query(
        `INSERT INTO model (organisation_id, version, state, rule_set_version, parameters)
         SELECT organisation_id, 2, 'superseded', rule_set_version, parameters FROM model WHERE version = 1
         ON CONFLICT DO NOTHING`,
      ),
    );
    await run({ customerId, points: 10 });
    await run({ customerId, points: 10, modelVersion: 2 });
    await run({ customerId, points: 10, modelVersion: 2 });
    expect((await history(customerId)).rows).toMatchObject([{ model_version: 1 }, { model_version: 2 }]);
  });

  it("keeps with each score when and why it was so, and never changes what it kept", async () => {
    const customerId = await customer();
    await run({ customerId, points: 10 });
    const [first] = (await history(customerId)).rows;
    expect(first).toMatchObject({ probability: 0.5, intercept: -2, rule_set_version: 1, reasons: [["rule", 1]] });
    await run({ customerId, points: 20 });
    expect((await history(customerId)).rows[0]).toEqual(first);
  });

  it("is written for the customers that were re-scored and no others", async () => {
    const [one, other] = [await customer(), await customer()];
    await run({ customerId: one, points: 1 });
    await withTenantClient(organisationId, (client) =>
      client.query("UPDATE score SET log_odds = 1 WHERE customer_id = $1", [one]),
    );
    await run({ customerId: other, points: 1 });
    expect((await history(one)).points).toEqual([1]);
  });
});

describe("the stages of the history", () => {
  it("are recorded once each, when they were entered", async () => {
    const customerId = await customer();
    for (const points of [1, 5, 9]) await run({ customerId, points, stage: "honeymoon", sinceDay: 1 });
    for (const points of [9, 30]) await run({ customerId, points, stage: "wavering", sinceDay: 4 });
    expect((await history(customerId)).stages).toEqual(["honeymoon 1", "wavering 4"]);
  });

  it("are recorded although the score hardly changed", async () => {
    const customerId = await customer();
    await run({ customerId, points: 1 });
    await run({ customerId, points: 1, stage: "wavering", sinceDay: 2 });
    expect(await history(customerId)).toMatchObject({ points: [1], stages: ["established 0", "wavering 2"] });
  });

  it("keep the first moment of a stage whose beginning moves on with every run", async () => {
    const customerId = await customer();
    for (const sinceDay of [3, 4, 5]) await run({ customerId, points: 40, stage: "wavering", sinceDay });
    expect((await history(customerId)).stages).toEqual(["wavering 3"]);
  });

  it("hold a stage again after another", async () => {
    const customerId = await customer();
    const stages = ["established", "wavering", "established", "departed", "returned"];
    for (const [at, stage] of stages.entries()) await run({ customerId, points: at, stage, sinceDay: at + 1 });
    expect((await history(customerId)).stages).toEqual(stages.map((stage, at) => `${stage} ${at + 1}`));
  });

  it("tell a second wavering from the first: between them the customer was established, since long before", async () => {
    const customerId = await customer();
    await run({ customerId, points: 1, stage: "established", sinceDay: 0 });
    await run({ customerId, points: 40, stage: "wavering", sinceDay: 20 });
    await run({ customerId, points: 2, stage: "established", sinceDay: 0 });
    await run({ customerId, points: 40, stage: "wavering", sinceDay: 40 });
    const stages = (await history(customerId)).stages.map((entry) => entry.split(" ")[0]);
    expect(stages).toEqual(["established", "wavering", "established", "wavering"]);
  });
});
