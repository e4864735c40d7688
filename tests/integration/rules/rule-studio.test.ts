import { beforeAll, describe, expect, it } from "vitest";
import { GET as scoreRoute } from "@/app/api/v1/customers/[externalId]/score/route";
import { POST as backtestRoute } from "@/app/api/v1/rules/backtest/route";
import { PUT as draftRoute } from "@/app/api/v1/rules/draft/route";
import { POST as previewRoute } from "@/app/api/v1/rules/preview/route";
import { POST as publishRoute } from "@/app/api/v1/rules/publish/route";
import { POST as rollbackRoute } from "@/app/api/v1/rules/rollback/route";
import { GET as rulesRoute } from "@/app/api/v1/rules/route";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { countHits } from "@/lib/rules/count-hits";
import { discardDraft } from "@/lib/rules/discard-draft";
import { previewRules } from "@/lib/rules/preview-rules";
import { ruleTrial } from "@/lib/schemas/rule-trial";
import { call, faults, type TestOrganisation } from "../api/call-api";
import { makeLearningOrganisation, runQueued, shoppers } from "../models/learning-organisation";
import { insertModel, smallModel } from "../models/small-model";

const PEOPLE = 120;
const people = shoppers(PEOPLE, 7);

/** Silence since the last purchase: what shoppers who stop have in common. */
const silent = {
  ...({ key: "silent", label: "No purchase for long", category: "purchase", missing: "ignore" } as const),
  signal: { type: "days-since", filter: { kinds: ["purchase"] } } as const,
  effect: { type: "ramp", from: 15, to: 60, points: 90 } as const,
};

let ours: TestOrganisation;

const rules = async () => (await call(rulesRoute, { key: ours.read })).json;
const put = (body: object) => call(draftRoute, { key: ours.admin, method: "PUT", body });
const post = (handler: typeof publishRoute, body: object) => call(handler, { key: ours.admin, method: "POST", body });
const scores = async () =>
  Promise.all(
    people.map(async ({ externalId }) => {
      const { json } = await call(scoreRoute, { key: ours.read, params: { externalId } });
      return { externalId, probability: json.probability as number, band: json.band as string };
    }),
  );

async function publish(revision: number, note: string) {
  const answer = await post(publishRoute, { revision, note });
  expect(answer.status, answer.text).toBe(202);
  await runQueued(ours.organisationId, answer.json.jobId);
  return answer.json;
}

beforeAll(async () => {
  ours = await makeLearningOrganisation("Studio", people);
  await runQueued(ours.organisationId, (await requestScores()).jobId);
});

async function requestScores() {
  const { requestRecompute } = await import("@/lib/scores/request-recompute");
  return { jobId: await requestRecompute(systemMember(ours.organisationId), {}) };
}

describe("a draft", () => {
  it("is saved only by whoever saw the last one, and nothing is lost", async () => {
    const first = await put({ revision: 0, rules: [silent] });
    expect(first.status, first.text).toBe(200);
    expect(first.json.basedOn).toBe(1);
    const second = await put({ revision: first.json.revision, rules: [{ ...silent, label: "Mine" }] });
    expect(second.status).toBe(200);
    for (const revision of [0, first.json.revision]) {
      const stale = await put({ revision, rules: [{ ...silent, label: "Theirs" }] });
      expect(stale.status).toBe(409);
      expect(stale.json.detail).toContain("has changed the draft since you opened it");
    }
    expect((await rules()).draft.rules).toMatchObject([{ label: "Mine" }]);
  });

  it("of two tabs that save at once, one is saved and one is told", async () => {
    const { revision } = (await rules()).draft;
    const answers = await Promise.all(
      ["One", "Other"].map((label) => put({ revision, rules: [{ ...silent, label }] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("with faults is refused, each at its place, by the checker of the scoring itself", async () => {
    const { revision } = (await rules()).draft;
    const wrong = { ...silent, signal: { type: "count", filter: { kinds: ["yeti"] }, windowDays: -1 }, group: "none" };
    const answer = await put({ revision, rules: [wrong, wrong] });
    expect(faults(answer)).toEqual({
      status: 422,
      errors: expect.arrayContaining([
        "rules[0].signal.windowDays: rule-fault",
        "rules[0].group: rule-fault",
        "rules[1].key: rule-fault",
      ]),
    });
    expect(answer.text).toContain("yeti");
    expect((await rules()).draft.revision).toBe(revision);
  });

  it("changes no score, and is thrown away by whoever saw it", async () => {
    const before = await scores();
    const { revision } = (await rules()).draft;
    const admin = systemMember(ours.organisationId);
    await expect(discardDraft(admin, revision + 1)).rejects.toThrow("has changed the draft");
    await discardDraft(admin, revision);
    expect((await rules()).draft).toBeNull();
    expect((await put({ revision, rules: [silent] })).status).toBe(409);
    expect(await scores()).toEqual(before);
  });

  it("is needed to preview, to backtest and to publish", async () => {
    for (const handler of [previewRoute, backtestRoute]) expect((await post(handler, {})).status).toBe(409);
    expect((await post(publishRoute, { revision: 0, note: "Why" })).status).toBe(409);
  });
});

describe("a preview", () => {
  it("says what publishing then does, customer by customer", async () => {
    const before = await scores();
    const { json: saved } = await put({ revision: 0, rules: [silent] });
    const { json: preview } = await post(previewRoute, {});
    await publish(saved.revision, "Silence is what counts");
    const after = await scores();
    const stage = await departed();
    const current = (list: typeof after) => list.filter(({ externalId }) => !stage.has(externalId));
    for (const [when, list] of [
      ["before", before],
      ["after", after],
    ] as const) {
      for (const { band, customers } of preview.bands) {
        expect(customers[when], `${band} ${when}`).toBe(current(list).filter((one) => one.band === band).length);
      }
    }
    const moved = current(after).filter(
      (one) => before.find((was) => was.externalId === one.externalId)!.band !== one.band,
    );
    expect(preview.changed.customers).toBe(moved.length);
    expect(moved.length).toBeGreaterThan(5);
    for (const change of preview.changes) {
      const now = after.find(({ externalId }) => externalId === change.externalId)!;
      expect(change.probabilityAfter).toBeCloseTo(now.probability, 9);
      expect(change.to).toBe(now.band);
    }
    expect(preview.customers).toEqual({ total: PEOPLE, looked: PEOPLE });
  });

  it("of a sample says the same of each customer in it, and of the same ones each time", async () => {
    const { organisationId } = ours;
    const ask = (atMost: number) =>
      previewRules(systemMember(organisationId), { ...ruleTrial.parse({ rules: [silent], groups: [] }), atMost });
    const [whole, sample, again] = [await ask(PEOPLE), await ask(PEOPLE / 2), await ask(PEOPLE / 2)];
    const counted = ({ bands }: typeof whole) => bands.reduce((sum, { customers }) => sum + customers.before, 0);
    const gone = (await departed()).size;
    expect(whole.customers).toEqual({ total: PEOPLE, looked: PEOPLE });
    expect(sample.customers).toEqual({ total: PEOPLE, looked: PEOPLE / 2 });
    expect(gone).toBeGreaterThan(0);
    expect(counted(whole)).toBe(PEOPLE - gone);
    expect(counted(sample)).toBeLessThan(PEOPLE / 2);
    expect(counted(sample)).toBeGreaterThanOrEqual(PEOPLE / 2 - gone);
    expect(sample.changes.length).toBeGreaterThan(0);
    expect(again).toEqual({ ...sample, seconds: again.seconds });
    const risks = new Map((await scores()).map(({ externalId, probability }) => [externalId, probability]));
    for (const change of sample.changes) expect(change.probability).toBeCloseTo(risks.get(change.externalId) ?? 0, 9);
  });

  it("is asked for a number of customers that an answer can wait for", async () => {
    for (const atMost of [999, 100_001, 1_000.5, null]) {
      expect((await post(previewRoute, { rules: [silent], atMost })).status, String(atMost)).toBe(422);
    }
    expect((await post(previewRoute, { rules: [silent], atMost: 100_000 })).json.customers.looked).toBe(PEOPLE);
  });

  it("of the rules in force changes nothing", async () => {
    const { active } = await rules();
    const sent = active.rules.map(({ sentence, ...rule }: { sentence: string }) => rule);
    const { json } = await post(previewRoute, { rules: sent, groups: active.groups });
    expect(json.changed).toEqual({ customers: 0, worse: 0, better: 0 });
    expect(json.valueAtRiskMinor.before).toBe(json.valueAtRiskMinor.after);
  });
});

async function departed() {
  const rows = await withTenant(
    ours.organisationId,
    (tx) =>
      tx.$queryRaw<{ external_id: string }[]>`
      SELECT c.external_id FROM score s JOIN customer c ON c.id = s.customer_id WHERE s.stage = 'departed'`,
  );
  return new Set(rows.map((row) => row.external_id));
}

describe("a backtest", () => {
  it("tells good rules from chance, and from worse ones", async () => {
    const { json: good } = await post(backtestRoute, { rules: [silent] });
    expect(good.againstChance).toBe("better");
    expect(good.againstCurrent).toBe("same");
    expect(good.difference.auc).toEqual({ value: 0, low: 0, high: 0 });
    expect(good.asOf.length).toBeGreaterThan(3);
    expect(good.candidate.auc.low).toBeLessThan(good.candidate.auc.value);
    const backwards = { ...silent, effect: { type: "ramp", from: 15, to: 60, points: -90 } };
    const { json: bad } = await post(backtestRoute, { rules: [backwards] });
    expect([bad.againstChance, bad.againstCurrent]).toEqual(["worse", "worse"]);
    const { json: none } = await post(backtestRoute, { rules: [] });
    expect(none.candidate.auc.value).toBe(0.5);
    expect(none.againstChance).toBe("same");
  });

  it("names the break-ups that each would have called, and counts every one once", async () => {
    const { json } = await post(backtestRoute, { rules: [] });
    const { calls, named, breakUps, current, calledFrom } = json;
    expect(Object.values<number>(calls).reduce((sum, count) => sum + count, 0)).toBe(breakUps);
    expect(current.recall.value).toBeCloseTo((calls.both + calls["only-current"]) / breakUps, 12);
    expect(named.length).toBeGreaterThan(0);
    for (const one of named) {
      const isCalled = one.currentProbability >= calledFrom;
      expect(["both", "only-current"].includes(one.call)).toBe(isCalled);
    }
  });
});

describe("a publication", () => {
  it("made of an older version than the one in force is refused until the draft is put on top of it", async () => {
    const { json: saved } = await put({ revision: 0, rules: [{ ...silent, label: "Late" }] });
    const back = await post(rollbackRoute, { version: 1, note: "Too loud" });
    expect(back.status, back.text).toBe(202);
    await runQueued(ours.organisationId, back.json.jobId);
    const refused = await post(publishRoute, { revision: saved.revision, note: "Late" });
    expect(refused.status).toBe(409);
    expect(refused.json.detail).toContain("version 3 is in force by now");
    const { json: rebased } = await put({
      revision: saved.revision,
      basedOn: 3,
      rules: [{ ...silent, label: "Late" }],
    });
    expect((await publish(rebased.revision, "Late after all")).version).toBe(4);
    expect((await rules()).draft).toBeNull();
  });

  it("is kept with its note, and everything is in the audit log", async () => {
    const { versions, active } = await rules();
    expect(versions.map(({ version, note, inForce }: never) => [version, note, inForce])).toEqual([
      [4, "Late after all", true],
      [3, "Too loud", false],
      [2, "Silence is what counts", false],
      [1, "Default rules", false],
    ]);
    expect(active.rules[0].sentence).toContain("Days since the last purchase");
    const audit = await withTenant(ours.organisationId, (tx) =>
      tx.auditEntry.findMany({ where: { action: { startsWith: "rules." } }, select: { action: true } }),
    );
    const actions = new Set(audit.map(({ action }) => action));
    expect([...actions].sort()).toEqual([
      "rules.draft-discarded",
      "rules.draft-saved",
      "rules.published",
      "rules.rolled-back",
    ]);
  });

  it("rolled back gives the scores of the version that is published anew", async () => {
    const now = await scores();
    const back = await post(rollbackRoute, { version: 1 });
    await runQueued(ours.organisationId, back.json.jobId);
    expect(await scores()).not.toEqual(now);
    const again = await post(rollbackRoute, { version: 4 });
    await runQueued(ours.organisationId, again.json.jobId);
    const restored = await scores();
    restored.forEach((one, at) => void expect(one.probability).toBeCloseTo(now[at]!.probability, 9));
    expect((await rules()).versions[0]).toMatchObject({ version: 6, note: "Back to version 4", inForce: true });
    expect((await post(rollbackRoute, { version: 6 })).status).toBe(409);
    expect((await post(rollbackRoute, { version: 99 })).status).toBe(404);
  });

  it("ends the use of weights that were learned on other rules, and says which model that was", async () => {
    const { organisationId } = ours;
    await insertModel(organisationId, { version: 50, state: "candidate", parameters: smallModel({}) });
    await withTenant(organisationId, async (tx) => {
      await tx.model.updateMany({ where: { state: "active" }, data: { state: "superseded" } });
      await tx.model.updateMany({ where: { version: 50 }, data: { state: "active" } });
    });
    const { json: saved } = await put({ revision: 0, rules: [silent] });
    expect(saved.basedOn).toBe(1);
    const { json: preview } = await post(previewRoute, {});
    expect(preview.current.learned).toBe(true);
    const published = await publish(saved.revision, "Rules again");
    expect(published.supersededLearnedModel).toBe(50);
    const active = await withTenant(organisationId, (tx) => tx.model.findFirstOrThrow({ where: { state: "active" } }));
    expect(active).toMatchObject({ origin: "rules", ruleSetVersion: published.version });
  });
});

describe("hits", () => {
  it("count the customers for whom a rule gives points now, and the points", async () => {
    const { hits, customers } = await countHits(systemMember(ours.organisationId));
    const rows = await withTenant(ours.organisationId, (tx) =>
      tx.score.findMany({ where: { stage: { not: "departed" } }, select: { reasons: true } }),
    );
    const logOdds = rows.flatMap(({ reasons }) =>
      (reasons as [string, number][]).filter(([key]) => key === "silent").map(([, one]) => one),
    );
    expect(customers).toBe(rows.length);
    expect(hits.get("silent")?.customers).toBe(logOdds.length);
    const points = logOdds.map((one) => (one * 20) / Math.LN2);
    expect(hits.get("silent")?.meanPoints).toBeCloseTo(points.reduce((sum, one) => sum + one, 0) / points.length, 9);
  });
});
