import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { measureDrift } from "@/lib/models/measure-drift";
import { readModel } from "@/lib/models/read-model";
import { requestDrift } from "@/lib/models/request-drift";
import { readScore } from "@/lib/scores/read-score";
import type { TestOrganisation } from "../api/call-api";
import { makeLearningOrganisation, shoppers } from "./learning-organisation";
import { insertModel, smallModel } from "./small-model";

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeLearningOrganisation("Drift", shoppers(80, 21));
  await use(5, 0);
});

const measure = () =>
  measureDrift({ organisationId: ours.organisationId, report: () => {}, signal: new AbortController().signal });
const view = (version: number) => readModel(systemMember(ours.organisationId), version);
const jobs = () => withTenant(ours.organisationId, (tx) => tx.job.count({ where: { task: "measure-drift" } }));

/** Puts a model into force whose predictions are off by so many log-odds. */
async function use(version: number, shift: number) {
  const { organisationId } = ours;
  await insertModel(organisationId, { version, state: "candidate", parameters: smallModel({}, shift) });
  await withTenant(organisationId, async (tx) => {
    await tx.model.updateMany({ where: { state: "active" }, data: { state: "superseded" } });
    await tx.model.updateMany({ where: { version }, data: { state: "active" } });
  });
}

describe("drift", () => {
  it("is asked for once, when months are over that the model was not held against", async () => {
    await requestDrift(ours.organisationId);
    await requestDrift(ours.organisationId);
    expect(await jobs()).toBe(1);
  });

  it("sets what was predicted of the population at the end of each month beside what happened", async () => {
    await measure();
    const { drift } = await view(5);
    // The clock is at 30 June 2026 and the horizon 60 days: April is the last month that is over.
    expect(drift.periods.map(({ asOf }) => asOf.slice(0, 10)).slice(-2)).toEqual(["2026-03-31", "2026-04-30"]);
    expect(drift.periods).toHaveLength(12);
    const [period] = drift.periods;
    let predicted = 0;
    let customers = 0;
    const asOfMs = Date.parse(period!.asOf);
    for (const { externalId, touchpoints } of shoppers(80, 21)) {
      const bought = touchpoints
        .filter(({ kind }) => kind === "purchase")
        .map(({ occurredAt }) => Date.parse(occurredAt));
      const isCurrent = bought.some((one) => one <= asOfMs && one > asOfMs - 120 * 86_400_000);
      if (!isCurrent) continue;
      customers += 1;
      predicted += (await readScore(systemMember(ours.organisationId), externalId, asOfMs)).probability;
    }
    expect(period!.customers).toBe(customers);
    expect(period!.predicted).toBeCloseTo(predicted, 6);
    const { low, high } = period!;
    expect([low < predicted, predicted < high, low >= 0, high <= customers]).toEqual([true, true, true, true]);
    expect(drift.periods.some(({ seenInTraining }) => seenInTraining)).toBe(true);
    expect(drift.periods.at(-1)!.seenInTraining).toBe(false);
  });

  it("does nothing more while no other month is over", async () => {
    const before = await view(5);
    await measure();
    expect((await view(5)).drift).toEqual(before.drift);
    await requestDrift(ours.organisationId);
    expect(await jobs()).toBe(1);
  });

  it.each([
    [6, -6, "more"],
    [7, 6, "fewer"],
  ])("of model %i is noticed when it predicts %i log-odds wrongly: %s broke up", async (version, shift, words) => {
    await use(version, shift);
    await measure();
    const { drift } = await view(version);
    expect(drift.notice).toContain(`${words} customers broke up than this model predicted`);
  });
});
