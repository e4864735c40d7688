import { beforeAll, describe, expect, it } from "vitest";
import { POST as touchpointsRoute } from "@/app/api/v1/touchpoints/route";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { readImport } from "@/lib/imports/read-import";
import { runUndo } from "@/lib/imports/run-undo";
import { startUndo } from "@/lib/imports/start-undo";
import { listKinds } from "@/lib/kinds/list-kinds";
import { listMerges } from "@/lib/kinds/list-merges";
import { mergeKinds } from "@/lib/kinds/merge-kinds";
import { publishDraft } from "@/lib/rules/publish-draft";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { rollBackRules } from "@/lib/rules/roll-back-rules";
import { saveDraft } from "@/lib/rules/save-draft";
import { draftChange } from "@/lib/schemas/rule-trial";
import { readScore } from "@/lib/scores/read-score";
import { readSettings } from "@/lib/settings/read-settings";
import { saveSettings } from "@/lib/settings/save-settings";
import { call, makeOrganisation, type TestOrganisation } from "../api/call-api";
import { CREATE_ALL, importText, rowsOf } from "../imports/import-text";
import { runQueued } from "../models/learning-organisation";

const NOW = "2026-06-30T12:00:00Z";
let ours: TestOrganisation;
let theirs: TestOrganisation;

const admin = (of = ours) => systemMember(of.organisationId);
const touchpoint = (kind: string, day: string, id?: string) => ({
  ...{ customerExternalId: "C1", kind, occurredAt: `2026-06-${day}T10:00:00Z` },
  ...(id === undefined ? {} : { id }),
});
const sent = [touchpoint("bad-review", "01", "a"), touchpoint("bad-review", "02"), touchpoint("complaint", "03")];

async function send(touchpoints: readonly object[], of = ours) {
  const options = { key: of.write, method: "POST", body: { touchpoints }, query: "unknownCustomer=create" } as const;
  const { json, text, status } = await call(touchpointsRoute, options);
  expect(status, text).toBe(200);
  return json;
}

/** Touchpoints by the key of their kind. */
async function countKinds(of = ours): Promise<Record<string, number>> {
  const rows = await rowsOf<{ key: string; count: number }>(
    of.organisationId,
    `SELECT k.key, count(*)::int AS count FROM touchpoint t
     JOIN kind k ON k.organisation_id = t.organisation_id AND k.id = t.kind_id GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

const merge = async (from: string, into: string) => {
  const { jobId } = await mergeKinds(admin(), { from, into });
  await runQueued(ours.organisationId, jobId);
};

/** Points for bad reviews alone. */
const reviews = {
  ...({ key: "reviews", label: "Bad reviews", category: "feedback", missing: "ignore" } as const),
  signal: { type: "count", filter: { kinds: ["bad-review"] }, windowDays: 90 } as const,
  effect: { type: "ramp", from: 0, to: 10, points: 100 } as const,
};

async function saveRules(label: string) {
  const draft = await readRuleSet(admin(), 0);
  const rules = [{ ...reviews, label }];
  return saveDraft(admin(), draftChange.parse({ revision: draft?.revision ?? 0, rules }));
}

beforeAll(async () => {
  ours = await makeOrganisation("Ours", { clock: NOW });
  theirs = await makeOrganisation("Theirs", { clock: NOW });
  await send(sent);
  await send(sent, theirs);
  const { revision } = await saveRules("Bad reviews");
  await publishDraft(admin(), { revision, note: "Reviews" });
  await saveRules("Bad reviews, drafted");
  const breakUp = { type: "inactivity" as const, kinds: ["bad-review", "complaint", "call"], days: 90 };
  await saveSettings(admin(), { breakUp });
});

describe("two kinds that are merged", () => {
  it("are refused while an import is at work, and when one of them is not there", async () => {
    await expect(mergeKinds(admin(), { from: "yeti", into: "complaint" })).rejects.toThrow("no two such kinds");
    const { id } = await importText(ours.organisationId, "touchpoints", "customer,kind,date\nC1,call,2026-06-04\n");
    const set = (state: string) =>
      withTenant(ours.organisationId, (tx) => tx.import.updateMany({ where: { id }, data: { state } }));
    const { state } = await withTenant(ours.organisationId, (tx) => tx.import.findFirstOrThrow({ where: { id } }));
    await set("running");
    await expect(mergeKinds(admin(), { from: "bad-review", into: "complaint" })).rejects.toThrow("import is at work");
    await set(state);
    expect((await readRuleSet(admin()))?.version).toBe(2);
  });

  it("become one in touchpoints, rules, draft and settings, with a version and an audit entry that say so", async () => {
    const before = await readRuleSet(admin(), 0);
    await merge("bad-review", "complaint");
    expect(await countKinds()).toEqual({ complaint: 3, call: 1 });
    const active = await readRuleSet(admin());
    expect(active).toMatchObject({ version: 3, note: "“Bad review” was merged into “Complaint”" });
    expect(active?.rules[0]?.signal).toEqual({ ...reviews.signal, filter: { kinds: ["complaint"] } });
    const draft = await readRuleSet(admin(), 0);
    expect(draft).toMatchObject({ basedOn: 3, revision: (before?.revision ?? 0) + 1 });
    expect(draft?.rules).toMatchObject([
      { label: "Bad reviews, drafted", signal: { filter: { kinds: ["complaint"] } } },
    ]);
    expect((await readSettings(admin())).breakUp).toEqual({
      type: "inactivity",
      kinds: ["complaint", "call"],
      days: 90,
    });
    const audit = await rowsOf(
      ours.organisationId,
      "SELECT subject, details FROM audit_entry WHERE action = 'kinds.merged'",
    );
    expect(audit).toMatchObject([{ subject: "kind:bad-review", details: { into: "complaint", version: 3 } }]);
  });

  it("are scored as one, down to the touchpoints", async () => {
    const score = await readScore(admin(), "C1");
    expect(score.reasons.find(({ key }) => key === "reviews")).toMatchObject({ points: 30 });
  });

  it("are one in the catalogue, and the name that went leads to the other", async () => {
    expect((await listKinds(admin())).map(({ key }) => key)).not.toContain("bad-review");
    expect(await listMerges(admin())).toEqual([{ key: "bad-review", label: "Bad review", into: "Complaint" }]);
    await expect(mergeKinds(admin(), { from: "bad-review", into: "call" })).rejects.toThrow("no two such kinds");
  });

  it("know again what was sent before, and take what is still sent under the old name", async () => {
    expect(await send(sent)).toMatchObject({ accepted: 0, duplicates: 3, rejected: [] });
    expect(await send([touchpoint("Bad review", "05")])).toMatchObject({ accepted: 1 });
    expect(await countKinds()).toEqual({ complaint: 4, call: 1 });
  });

  it("follow when the other is merged in turn, and in rules of earlier days that come back", async () => {
    await merge("complaint", "support-ticket");
    expect(await countKinds()).toEqual({ "support-ticket": 4, call: 1 });
    await send([touchpoint("bad-review", "06")]);
    expect(await countKinds()).toEqual({ "support-ticket": 5, call: 1 });
    await rollBackRules(admin(), { version: 2 });
    expect((await readRuleSet(admin()))?.rules[0]?.signal).toMatchObject({ filter: { kinds: ["support-ticket"] } });
  });

  it("are nobody else's", async () => {
    expect(await countKinds(theirs)).toEqual({ "bad-review": 2, complaint: 1 });
    expect((await listKinds(admin(theirs))).map(({ key }) => key)).toContain("bad-review");
    await expect(mergeKinds(admin(theirs), { from: "bad-review", into: "yeti" })).rejects.toThrow("no two such kinds");
  });
});

describe("a merge", () => {
  it("that names nothing in the rules makes no version of them", async () => {
    const before = await readRuleSet(admin());
    await merge("webinar-attended", "event-attended");
    expect((await readRuleSet(admin()))?.version).toBe(before?.version);
  });

  it("moves many touchpoints chunk by chunk, and nothing of other kinds", async () => {
    await withTenant(
      ours.organisationId,
      (tx) => tx.$executeRaw`
        INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id)
        SELECT ${ours.organisationId}, gen_random_uuid(), c.id, '2026-01-01', k.id FROM generate_series(1, 22000) n
        JOIN customer c ON c.organisation_id = ${ours.organisationId} AND c.external_id = 'C1'
        JOIN kind k ON k.organisation_id = ${ours.organisationId} AND k.key = (ARRAY['login', 'email'])[1 + n % 2]`,
    );
    await merge("login", "usage-session");
    expect(await countKinds()).toMatchObject({ "usage-session": 11_000, email: 11_000 });
  });

  it("is kept by the undo of the import that had brought the kind", async () => {
    const text = "customer,kind,date\nC1,Moon visit,2026-06-07\n";
    const { id } = await importText(ours.organisationId, "touchpoints", text, CREATE_ALL);
    await merge("moon-visit", "meeting");
    await startUndo(admin(), id, "caller");
    await runUndo(ours.organisationId, id);
    expect((await readImport(admin(), id)).status).toBe("undone");
    expect(await listMerges(admin())).toContainEqual({ key: "moon-visit", label: "Moon visit", into: "Meeting" });
  });
});
