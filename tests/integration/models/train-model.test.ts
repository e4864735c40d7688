import { beforeAll, describe, expect, it } from "vitest";
import { GET as score } from "@/app/api/v1/customers/[externalId]/score/route";
import { GET as listCustomers } from "@/app/api/v1/customers/route";
import { GET as job } from "@/app/api/v1/jobs/[id]/route";
import { POST as promote } from "@/app/api/v1/models/[modelId]/promote/route";
import { GET as readModel } from "@/app/api/v1/models/[modelId]/route";
import { GET as listModels } from "@/app/api/v1/models/route";
import { POST as train } from "@/app/api/v1/models/train/route";
import { GET as scoresCsv } from "@/app/api/v1/scores.csv/route";
import { withTenant } from "@/lib/db/with-tenant";
import { loadPanelSetup } from "@/lib/models/load-panel-setup";
import { buildPanel } from "@/lib/scoring/learning/build-panel";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import { countSeasonalRate } from "@/lib/scoring/learning/seasonal-rate";
import { surveyCustomers } from "@/lib/scoring/learning/survey-customers";
import { type TrainedModel, trainOnPanel } from "@/lib/scoring/learning/train-on-panel";
import { call, type TestOrganisation } from "../api/call-api";
import { makeLearningOrganisation, NOW, runQueued, type Shopper, shoppers } from "./learning-organisation";

const AS_OF = ["2025-05-01", "2025-07-01", "2025-09-01", "2025-11-01", "2026-01-01"];
const TEST = "2026-03-15";
const TEST_MS = Date.parse("2026-03-15T23:59:59.999Z");

let ours: TestOrganisation;
let people: readonly Shopper[];
let modelId: string;
let evaluated: TrainedModel;

const get = (handler: typeof readModel, query = "", params: Record<string, string> = {}) =>
  call(handler, { key: ours.read, query, params });
const post = (handler: typeof promote, body?: object, params: Record<string, string> = {}) =>
  call(handler, { key: ours.admin, method: "POST", params, ...(body ? { body } : {}) });

beforeAll(async () => {
  people = shoppers(140, 7);
  ours = await makeLearningOrganisation("Learns", people);
  evaluated = await evaluate();
}, 120_000);

/** The same as the product does, from the data as they were sent: what `npm run evaluate` would say. */
async function evaluate(): Promise<TrainedModel> {
  const { organisationId } = ours;
  const { setup } = await loadPanelSetup({
    organisationId,
    ruleSetVersion: 1,
    horizonDays: 60,
    knownUntilMs: Date.parse(NOW),
  });
  const kindId = new Map(setup.kinds.map(({ key, id }) => [key, id]));
  const cases = people.map((person): CustomerCase => {
    const ordered = [...person.touchpoints].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
    return {
      externalId: person.externalId,
      facts: { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map(Object.entries(person.traits)) },
      outcomes: [],
      touchpoints: {
        length: ordered.length,
        occurredAtMs: Float64Array.from(ordered, ({ occurredAt }) => Date.parse(occurredAt)),
        kindId: Uint16Array.from(ordered, ({ kind }) => kindId.get(kind)!),
        value: Float64Array.from(ordered, ({ value }) => value ?? Number.NaN),
        sentiment: new Float64Array(ordered.length).fill(Number.NaN),
      },
    };
  });
  return trainOn(cases, setup);
}

function trainOn(cases: readonly CustomerCase[], setup: PanelSetup): TrainedModel {
  const asOfMs = AS_OF.map((date) => Date.parse(`${date}T23:59:59.999Z`));
  const survey = surveyCustomers(setup, asOfMs);
  for (const one of cases) survey.visit(one);
  const plan = survey.plan();
  const [training, test] = [buildPanel(setup, plan, asOfMs), buildPanel(setup, plan, [TEST_MS])];
  const season = countSeasonalRate(setup, TEST_MS);
  for (const one of cases) {
    training.visit(one);
    test.visit(one);
    season.visit(one);
  }
  const trained = trainOnPanel({
    training: training.finish(),
    test: test.finish(),
    seasonalRate: season.finish()?.rate ?? null,
  });
  if (!trained.parameters) throw new Error(trained.refused);
  return trained;
}

const scoresAt = async (query: string) => {
  const { text } = await get(scoresCsv, query);
  const lines = text.trimEnd().split("\n").slice(1);
  return new Map(lines.map((line) => [line.split(",")[0]!, Number(line.split(",")[1])]));
};

describe("a model", () => {
  it("is trained by a job that can be followed, and ends as a candidate", async () => {
    const asked = await post(train, { asOf: AS_OF, testAsOf: TEST, signals: "all" });
    expect(asked.status, asked.text).toBe(202);
    expect(asked.json).toEqual({ jobId: expect.any(String), modelId: 2 });
    modelId = String(asked.json.modelId);
    expect((await get(readModel, "", { modelId })).json).toMatchObject({ state: "training", refusedBecause: null });
    const again = await post(train, { asOf: AS_OF });
    expect([again.status, again.json.detail]).toEqual([409, expect.stringContaining("Model 2 is being trained")]);
    await runQueued(ours.organisationId, asked.json.jobId);
    const done = (await get(job, "", { id: asked.json.jobId })).json;
    expect(done, JSON.stringify(done)).toMatchObject({ state: "succeeded" });
    expect((await get(readModel, "", { modelId })).json).toMatchObject({ state: "candidate", origin: "learned" });
  }, 120_000);

  it("has the parameters that the same code gives for the data as they were sent, to the last bit", async () => {
    const model = await withTenant(ours.organisationId, (tx) => tx.model.findFirstOrThrow({ where: { version: 2 } }));
    expect((model.parameters as { learned: object }).learned).toEqual(JSON.parse(JSON.stringify(evaluated.parameters)));
  });

  it("says how good it is beside the constant rate, the rules and a plain regression, with intervals", async () => {
    const { json } = await get(readModel, "", { modelId });
    const { test, models, calibration, lift } = json.training;
    expect(test).toMatchObject({ type: "out-of-time", rows: evaluated.predictions.outcomes.length });
    expect(Object.keys(models)).toEqual(["constant", "rules", "plain", "candidate"]);
    expect(models.candidate.auc.value).toBeCloseTo(evaluated.evaluations.best.auc.value, 12);
    expect(models.candidate.auc.low).toBeGreaterThan(0.5);
    expect(models.constant.auc.value).toBe(0.5);
    expect(calibration.reduce((sum: number, bin: { rows: number }) => sum + bin.rows, 0)).toBe(test.rows);
    expect(lift.at(-1)).toMatchObject({ share: 1, caught: 1 });
  });

  it("says what it was learned from and how it reads", async () => {
    const { json } = await get(readModel, "", { modelId });
    expect(json.panel.dates.map(({ asOf }: { asOf: string }) => asOf.slice(0, 10))).toEqual(AS_OF);
    expect(json.panel.breakUps).toBeGreaterThan(30);
    expect(json.request).toMatchObject({ horizonDays: 60, testAsOf: "2026-03-15T23:59:59.999Z" });
    const { terms, rules } = json.scorecard;
    expect(rules.find(({ key }: { key: string }) => key === "purchase-overdue").label).toMatch(/overdue/);
    expect(terms.length).toBe(evaluated.parameters.terms.length);
    for (const term of terms) expect(term.label).not.toMatch(/undefined|[{}]/);
    for (const { mostPoints } of rules) expect(mostPoints).not.toBe(0);
    const { auc, ece } = json.training.models.candidate;
    expect((await get(listModels)).json.items[0].figures).toEqual({ breakUps: json.panel.breakUps, auc, ece });
  });

  it("changes no score before an admin promotes it", async () => {
    const rulesOnly = await scoresAt(`asOf=${new Date(TEST_MS).toISOString()}`);
    const best = evaluated.predictions.best[0]!;
    expect(rulesOnly.get(evaluated.predictions.ids[0]!)).not.toBeCloseTo(best, 6);
    expect((await get(listModels)).json).toMatchObject({
      learning: { state: expect.stringMatching(/rules only|learning/), needed: 30 },
      items: [
        { id: 2, state: "candidate" },
        { id: 1, state: "active" },
      ],
    });
  });

  it("once promoted scores everyone as the evaluation did, to 1e-9, whatever the time of the day", async () => {
    const promoted = await post(promote, undefined, { modelId });
    expect(promoted.json).toMatchObject({ version: 2, superseded: 1, jobId: expect.any(String) });
    await runQueued(ours.organisationId, promoted.json.jobId);
    const { ids, best } = evaluated.predictions;
    expect(ids.length).toBeGreaterThan(50);
    for (const asOf of ["2026-03-15T23:59:59Z", "2026-03-15T23:59:59.999Z"]) {
      const scores = await scoresAt(`asOf=${asOf}`);
      const apart = ids.map((id, row) => Math.abs(scores.get(id)! - best[row]!));
      expect(Math.max(...apart)).toBeLessThan(1e-9);
    }
  });

  it("gives the same score on a page, in a list and in the file, with reasons that add up exactly", async () => {
    const now = await scoresAt("");
    const { items } = (await get(listCustomers, "limit=1000")).json;
    for (const { externalId, probability } of items) expect(probability).toBeCloseTo(now.get(externalId)!, 9);
    for (const { externalId } of items.slice(0, 20)) {
      const one = (await get(score, "", { externalId })).json;
      const sum = one.reasons.reduce((total: number, reason: { logOdds: number }) => total + reason.logOdds, 0);
      expect(one.intercept + sum).toBeCloseTo(one.logOdds, 10);
      expect(one).toMatchObject({ modelVersion: 2, ruleSetVersion: 1 });
      expect(one.probability).toBeCloseTo(now.get(externalId)!, 9);
      for (const reason of one.reasons) {
        expect(reason.label).not.toMatch(/undefined|NaN|[{}]|learned:/);
        if (reason.touchpoints.length === 0) continue;
        const shares = reason.touchpoints.reduce((total: number, part: { logOdds: number }) => total + part.logOdds, 0);
        expect(shares).toBeCloseTo(reason.logOdds, 9);
      }
    }
    expect((await get(listModels)).json.learning).toMatchObject({ state: "learned", words: "learned" });
  });

  it("is undone by promoting the one before again", async () => {
    const before = await scoresAt("");
    const back = await post(promote, undefined, { modelId: "1" });
    expect(back.json).toMatchObject({ version: 1, superseded: 2 });
    expect(await scoresAt("")).not.toEqual(before);
    expect((await post(promote, undefined, { modelId: "1" })).status).toBe(409);
    expect((await post(promote, undefined, { modelId })).json).toMatchObject({ version: 2, superseded: 1 });
    expect(await scoresAt("")).toEqual(before);
  });
});
