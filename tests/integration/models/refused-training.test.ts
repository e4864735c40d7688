import { describe, expect, it, vi } from "vitest";
import { POST as cancel } from "@/app/api/v1/jobs/[id]/cancel/route";
import { GET as readModel } from "@/app/api/v1/models/[modelId]/route";
import { POST as train } from "@/app/api/v1/models/train/route";
import { systemMember } from "@/lib/auth/system-member";
import { readJob } from "@/lib/jobs/read-job";
import { runJob } from "@/lib/jobs/run-job";
import { trainModelTask } from "@/lib/models/train-model-task";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { call, type TestOrganisation } from "../api/call-api";
import { makeLearningOrganisation, runQueued, type Shopper, shoppers } from "./learning-organisation";

const AS_OF = { asOf: ["2025-07-01", "2025-10-01", "2026-01-01"] };

const ask = (made: TestOrganisation, body: object = AS_OF) => call(train, { key: made.admin, method: "POST", body });
const view = async (made: TestOrganisation, modelId: number) =>
  (await call(readModel, { key: made.read, params: { modelId: String(modelId) } })).json;

/** Trains and waits. @returns the model as the API shows it */
async function trained(made: TestOrganisation, body: object = AS_OF) {
  const asked = await ask(made, body);
  expect(asked.status, asked.text).toBe(202);
  await runQueued(made.organisationId, asked.json.jobId);
  return view(made, asked.json.modelId);
}

/** Customers who all buy every month, up to a day; after it, nothing. */
function regulars(count: number, lastDay: (at: number) => string): readonly Shopper[] {
  return Array.from({ length: count }, (_, at) => {
    const externalId = `r${at}`;
    const months = Array.from({ length: 18 }, (_month, month) => new Date(Date.UTC(2025, month, 3, 12)).toISOString());
    const touchpoints = months
      .filter((occurredAt) => occurredAt <= lastDay(at))
      .map((occurredAt) => ({ customerExternalId: externalId, kind: "purchase", occurredAt }));
    return { externalId, traits: {}, touchpoints };
  });
}

describe("a training that there is nothing to learn from", () => {
  it.each<[string, readonly Shopper[], string]>([
    ["no customers", [], "no customer of the population has a horizon that is over"],
    ["no break-ups", regulars(40, () => "2027"), "none of the customers broke up"],
    [
      "one break-up",
      regulars(40, (at) => (at === 0 ? "2025-10-20" : "2027")),
      "of the 30 break-ups that learning needs",
    ],
    ["break-ups alone", regulars(40, () => "2025-06-20"), "all of the customers broke up"],
  ])("with %s ends as a refused model that says so", async (name, people, words) => {
    const made = await makeLearningOrganisation(`Nothing-${name.replaceAll(" ", "-")}`, people);
    const body = name === "break-ups alone" ? { asOf: ["2025-06-30"] } : AS_OF;
    const model = await trained(made, body);
    expect(model).toMatchObject({ state: "refused", refusedBecause: expect.stringContaining(words), training: null });
    expect(model.job).toMatchObject({ state: "succeeded" });
  });

  it("is refused when outcomes follow nothing that is known, with the interval in words", async () => {
    const uniform = seededUniform(11);
    const people = regulars(150, () => "2025-06-30T23:59:59Z").map((one) =>
      uniform() < 0.5
        ? one
        : {
            ...one,
            touchpoints: [
              ...one.touchpoints,
              { customerExternalId: one.externalId, kind: "purchase", occurredAt: "2025-08-01T12:00:00Z" },
            ],
          },
    );
    const made = await makeLearningOrganisation("Coins", people);
    const model = await trained(made, { asOf: ["2025-06-30"] });
    expect(model.state).toBe("refused");
    expect(model.refusedBecause).toMatch(/AUC 0\.\d{3}, 95% interval/);
    expect(model.training.test.type).toBe("out-of-fold");
  }, 120_000);

  it("fails in words for a signal that the data do not offer", async () => {
    const made = await makeLearningOrganisation("Signals", shoppers(30, 5));
    const model = await trained(made, { ...AS_OF, signals: ["moon:phase"] });
    expect(model).toMatchObject({ state: "failed", refusedBecause: expect.stringContaining("“moon:phase”") });
    expect(model.job.state).toBe("failed");
  });

  it("refuses dates that cannot be used before anything is queued", async () => {
    const made = await makeLearningOrganisation("Dates", []);
    const { status, json } = await ask(made, { asOf: ["2026-06-29"] });
    expect([status, json.errors[0]]).toEqual([422, expect.objectContaining({ path: "asOf", code: "not-over" })]);
    expect((await ask(made, { asOf: ["2026-02-30"] })).status).toBe(422);
  });
});

describe("a training that is interrupted", () => {
  it("and cancelled leaves a model that says who did it, and the next one may begin", async () => {
    const made = await makeLearningOrganisation("Cancelled", shoppers(60, 9));
    const { jobId, modelId } = (await ask(made)).json;
    const running = runQueued(made.organisationId, jobId);
    const member = systemMember(made.organisationId);
    await vi.waitFor(async () => expect((await readJob(member, jobId)).state).toBe("running"), { timeout: 20_000 });
    const cancelled = await call(cancel, { key: made.admin, method: "POST", params: { id: jobId } });
    expect(cancelled.json).toMatchObject({ state: "cancelled" });
    await running;
    expect(await view(made, modelId)).toMatchObject({
      state: "failed",
      refusedBecause: "Cancelled by admin key.",
      job: { state: "cancelled" },
    });
    expect((await ask(made)).status).toBe(202);
  }, 60_000);

  it("by a killed worker is done again by the next one", async () => {
    const made = await makeLearningOrganisation(
      "Killed",
      regulars(40, () => "2027"),
    );
    const { jobId, modelId } = (await ask(made)).json;
    const { organisationId } = made;
    const attempt = { organisationId, jobId, isLast: false, signal: new AbortController().signal };
    const killed = runJob<"train-model">(async () => {
      throw new Error("the process that learns was killed");
    }, attempt);
    await expect(killed).rejects.toThrow("was killed");
    expect(await view(made, modelId)).toMatchObject({ state: "training", job: { state: "queued" } });
    await runJob<"train-model">(trainModelTask, { ...attempt, isLast: true });
    expect(await view(made, modelId)).toMatchObject({ state: "refused", job: { state: "succeeded" } });
  });

  it("for good says so", async () => {
    const made = await makeLearningOrganisation("Given-up", []);
    const { jobId, modelId } = (await ask(made)).json;
    const { organisationId } = made;
    const signal = new AbortController().signal;
    await runJob<"train-model">(
      async () => {
        throw new Error("the disk is gone");
      },
      { organisationId, jobId, isLast: true, signal },
    );
    expect(await view(made, modelId)).toMatchObject({
      state: "failed",
      refusedBecause: expect.stringContaining("Something went wrong here"),
    });
  });
});
