import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as listCustomers } from "@/app/api/v1/customers/route";
import { POST as promote } from "@/app/api/v1/models/[modelId]/promote/route";
import { GET as readModelRoute } from "@/app/api/v1/models/[modelId]/route";
import { POST as shadow } from "@/app/api/v1/models/[modelId]/shadow/route";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { readModel } from "@/lib/models/read-model";
import { scoreAll } from "@/lib/scores/score-all";
import { scoreAgain } from "@/tests/support/score-again";
import { call, type TestOrganisation } from "../api/call-api";
import { makeLearningOrganisation, runQueued, shoppers } from "./learning-organisation";
import { insertModel, smallModel } from "./small-model";

let ours: TestOrganisation;
/** The version in use: that of the rules, anchored to the base rate when everyone was first scored. */
const anchored = 2;

beforeAll(async () => {
  ours = await makeLearningOrganisation("Lifecycle", shoppers(40, 3));
  const { organisationId } = ours;
  await scoreAll(organisationId);
  await insertModel(organisationId, { version: 11, state: "candidate", parameters: smallModel() });
  await insertModel(organisationId, { version: 12, state: "candidate", parameters: smallModel({}, 1) });
  await insertModel(organisationId, {
    ...{ version: 13, state: "refused", parameters: smallModel() },
    refusedBecause: "The interval includes 0.5.",
  });
  await insertModel(organisationId, { version: 14, state: "training", parameters: {} });
  await insertModel(organisationId, {
    ...{ version: 15, state: "candidate" },
    parameters: smallModel({ trainedFor: { ...smallModel().trainedFor, horizonDays: 30 } }),
  });
});

const act = (handler: typeof promote, modelId: number, key = ours.admin) =>
  call(handler, { key, method: "POST", params: { modelId: String(modelId) } });
const view = (modelId: number) => readModel(systemMember(ours.organisationId), modelId);
const stateOf = async (modelId: number) => (await view(modelId)).state;

describe("a model that may not be used", () => {
  it.each([
    [13, "cannot be promoted. The interval includes 0.5."],
    [14, "is still being trained"],
    [15, "predicts 30 days, and the organisation's horizon is 60 days"],
  ])("is not promoted: %i %s", async (version, words) => {
    const { status, json } = await act(promote, version);
    expect([status, json.detail]).toEqual([409, expect.stringContaining(words)]);
  });

  it.each([
    [13, "is refused. The interval includes 0.5."],
    [14, "is training"],
    [anchored, "Only a candidate"],
  ])("does not run in shadow: %i %s", async (version, words) => {
    const { status, json } = await act(shadow, version);
    expect([status, json.detail]).toEqual([409, expect.stringContaining(words)]);
  });

  it("is shown with why, also when its job was lost", async () => {
    expect(await view(13)).toMatchObject({ state: "refused", refusedBecause: "The interval includes 0.5." });
    expect(await view(14)).toMatchObject({ state: "failed", refusedBecause: expect.stringContaining("is gone") });
  });

  it("is not one that was trained with other rules", async () => {
    await withTenant(ours.organisationId, async (tx) => {
      await tx.ruleSet.create({ data: { organisationId: ours.organisationId, version: 99, state: "published" } });
    });
    await insertModel(ours.organisationId, { version: 16, state: "candidate", parameters: smallModel() });
    await withTenant(ours.organisationId, (tx) =>
      tx.model.updateMany({ where: { version: 16 }, data: { ruleSetVersion: 99 } }),
    );
    const { status, json } = await act(promote, 16);
    expect([status, json.detail]).toEqual([
      409,
      expect.stringContaining("version 99 of the rules, and version 1 is in"),
    ]);
  });
});

describe("a model in shadow", () => {
  beforeEach(async () => {
    await withTenant(ours.organisationId, (tx) =>
      tx.model.updateMany({ where: { state: "shadow" }, data: { state: "candidate" } }),
    );
  });

  it("scores everyone beside the active one, which stays what it was", async () => {
    const before = (await call(listCustomers, { key: ours.read, query: "limit=100" })).json.items;
    const { json } = await act(shadow, 11);
    expect(json).toEqual({ version: 11, jobId: expect.any(String) });
    expect((await view(11)).shadow).toBeNull();
    await runQueued(ours.organisationId, json.jobId);
    expect((await call(listCustomers, { key: ours.read, query: "limit=100" })).json.items).toEqual(before);
    const { shadow: compared } = await view(11);
    expect(compared).toMatchObject({ customers: expect.any(Number), correlation: expect.any(Number) });
    expect(compared!.customers).toBeGreaterThan(10);
    expect(compared!.changed).toBeGreaterThan(0);
    expect(compared!.changes).toHaveLength(Math.min(50, compared!.changed));
    for (const change of compared!.changes) {
      expect(change.from).not.toBe(change.to);
      expect(change.name).toBe(change.externalId);
    }
  });

  it("is compared by what the model itself says of a customer", async () => {
    await runQueued(ours.organisationId, (await act(shadow, 11)).json.jobId);
    const [change] = (await view(11)).shadow!.changes;
    await withTenant(ours.organisationId, async (tx) => {
      await tx.model.updateMany({ where: { state: "active" }, data: { state: "superseded" } });
      await tx.model.updateMany({ where: { version: 11 }, data: { state: "active" } });
    });
    await scoreAll(ours.organisationId);
    const { items } = (await call(listCustomers, { key: ours.read, query: "limit=100" })).json;
    const scored = items.find(({ externalId }: { externalId: string }) => externalId === change!.externalId);
    expect(scored.probability).toBeCloseTo(change!.shadowProbability, 12);
    await withTenant(ours.organisationId, async (tx) => {
      await tx.model.updateMany({ where: { version: 11 }, data: { state: "candidate" } });
      await tx.model.updateMany({ where: { version: anchored }, data: { state: "active" } });
    });
    await scoreAll(ours.organisationId);
  });

  it("keeps its score of a customer that is scored anew in between", async () => {
    await runQueued(ours.organisationId, (await act(shadow, 11)).json.jobId);
    const read = () =>
      withTenantClient(ours.organisationId, async (client) => {
        const { rows } = await client.query("SELECT customer_id, shadow_log_odds FROM score ORDER BY customer_id");
        return rows;
      });
    const before = await read();
    expect(before.every(({ shadow_log_odds }) => Number.isFinite(shadow_log_odds))).toBe(true);
    await scoreAgain(ours.organisationId, [before[0].customer_id, before[5].customer_id]);
    expect(await read()).toEqual(before);
  });

  it("is the only one: the next one takes its place", async () => {
    await act(shadow, 11);
    expect((await act(shadow, 11)).status).toBe(409);
    await act(shadow, 12);
    expect([await stateOf(11), await stateOf(12)]).toEqual(["candidate", "shadow"]);
  });

  it("can be promoted, and then no longer runs beside anything", async () => {
    await act(shadow, 12);
    const { json } = await act(promote, 12);
    expect(json).toMatchObject({ version: 12, superseded: anchored });
    await runQueued(ours.organisationId, json.jobId);
    expect(await view(12)).toMatchObject({ state: "active", promotedBy: "admin key", shadow: null });
    const { rows } = await withTenantClient(ours.organisationId, (client) =>
      client.query("SELECT DISTINCT shadow_log_odds FROM score"),
    );
    expect(rows).toEqual([{ shadow_log_odds: null }]);
    expect((await act(promote, anchored)).json).toMatchObject({ version: anchored, superseded: 12 });
    expect(await stateOf(12)).toBe("superseded");
  });
});

describe("changes of models", () => {
  it("are in the audit log, with who made them", async () => {
    const { rows } = await withTenantClient(ours.organisationId, (client) =>
      client.query("SELECT DISTINCT action, actor_type FROM audit_entry WHERE action LIKE 'models.%' ORDER BY action"),
    );
    expect(rows).toEqual([
      { action: "models.promoted", actor_type: "api-key" },
      { action: "models.shadowed", actor_type: "api-key" },
    ]);
  });

  it("never leave two in use, even when two are promoted at once", async () => {
    const [one, other] = await Promise.all([act(promote, 11), act(promote, 12)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const active = await withTenant(ours.organisationId, (tx) => tx.model.count({ where: { state: "active" } }));
    expect(active).toBe(1);
  });

  it("tell a foreign organisation nothing", async () => {
    const theirs = await makeLearningOrganisation("Foreign", []);
    const { status } = await call(readModelRoute, { key: theirs.read, params: { modelId: "11" } });
    expect(status).toBe(404);
  });
});
