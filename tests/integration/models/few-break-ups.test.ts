import { describe, expect, it } from "vitest";
import { GET as readModel } from "@/app/api/v1/models/[modelId]/route";
import { POST as train } from "@/app/api/v1/models/train/route";
import { call } from "../api/call-api";
import { makeLearningOrganisation, runQueued, shoppers } from "./learning-organisation";

/** Learns the weights of rules on days that are left to the data. @returns the model as asked for, and as it became */
async function trainOn(name: string, customers: number) {
  const { organisationId, admin, read } = await makeLearningOrganisation(name, shoppers(customers, 7));
  const asked = await call(train, { key: admin, method: "POST", body: { signals: [] } });
  expect(asked.status, asked.text).toBe(202);
  const model = async () =>
    (await call(readModel, { key: read, params: { modelId: String(asked.json.modelId) } })).json;
  const { request: before } = await model();
  expect(before).toMatchObject({ isTestChosen: true, testPassedOver: [] });
  await runQueued(organisationId, asked.json.jobId);
  const after = await model();
  for (const { breakUps } of after.request.testPassedOver) expect(breakUps).toBeLessThan(20);
  expect(after.request.testPassedOver.at(-1)?.asOf).toBe(before.testAsOf);
  return { before, after };
}

describe("a training whose days were left to the data", () => {
  it("is tested on the latest day after which enough customers broke up, and says which were passed over", async () => {
    const { before, after } = await trainOn("EnoughBefore", 140);
    const { request, training } = after;
    expect(training.test.type).toBe("out-of-time");
    expect(training.test.breakUps).toBeGreaterThanOrEqual(20);
    expect(before.asOf).toContain(request.testAsOf);
    expect(before.asOf.slice(0, request.asOf.length)).toEqual(request.asOf);
    expect(Date.parse(request.testAsOf)).toBeGreaterThan(Date.parse(request.asOf.at(-1)));
  }, 120_000);

  it("is tested on rows of other customers where no day has enough, and gives a constant rate no order", async () => {
    const { before, after } = await trainOn("FewBreakUps", 70);
    const { request, panel, training } = after;
    expect(request).toMatchObject({ testAsOf: null, asOf: [...before.asOf, before.testAsOf] });
    expect(panel.dates).toHaveLength(before.asOf.length + 1);
    expect(training.test).toMatchObject({ type: "out-of-fold", breakUps: panel.breakUps });
    expect(training.models.constant.auc).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  }, 120_000);
});
