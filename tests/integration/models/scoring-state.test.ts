import { beforeAll, expect, it } from "vitest";
import { POST as promote } from "@/app/api/v1/models/[modelId]/promote/route";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { readScoringState } from "@/lib/models/read-scoring-state";
import { scoreAll } from "@/lib/scores/score-all";
import { call, type TestOrganisation } from "../api/call-api";
import { makeLearningOrganisation, runQueued, shoppers } from "./learning-organisation";
import { insertModel, smallModel } from "./small-model";

let ours: TestOrganisation;
const state = () => readScoringState(systemMember(ours.organisationId));

beforeAll(async () => {
  ours = await makeLearningOrganisation("Basis", shoppers(30, 5));
  await scoreAll(ours.organisationId);
  await insertModel(ours.organisationId, { version: 11, state: "candidate", parameters: smallModel() });
});

it("says which rules and which model are in use, and how far learning is", async () => {
  expect(await state()).toMatchObject({
    modelVersion: 1,
    ruleSetVersion: 1,
    isScoring: false,
    learning: { state: "learning", needed: 30, breakUps: expect.any(Number) },
  });
});

it("says that everyone is being scored anew until that is done", async () => {
  const { json } = await call(promote, { key: ours.admin, method: "POST", params: { modelId: "11" } });
  expect(await state()).toMatchObject({ modelVersion: 11, isScoring: true, learning: { state: "learned" } });
  await runQueued(ours.organisationId, json.jobId);
  expect((await state())?.isScoring).toBe(false);
});

it("has nothing to say of an organisation without a model in use", async () => {
  await withTenant(ours.organisationId, (tx) =>
    tx.model.updateMany({ where: { organisationId: ours.organisationId }, data: { state: "superseded" } }),
  );
  expect(await state()).toBeNull();
});
