import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { mergeKinds } from "@/lib/kinds/merge-kinds";
import { readLedger } from "@/lib/ledger/read-ledger";
import { publishDraft } from "@/lib/rules/publish-draft";
import { saveDraft } from "@/lib/rules/save-draft";
import { ledgerQuery } from "@/lib/schemas/ledger-query";
import { draftChange } from "@/lib/schemas/rule-trial";
import { scoreAll } from "@/lib/scores/score-all";
import { saveSettings } from "@/lib/settings/save-settings";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { makeOrganisation, type TestOrganisation } from "../api/call-api";
import { runQueued } from "../models/learning-organisation";

const DAYS = ["2026-06-10", "2026-06-20", "2026-06-30"] as const;
let ours: TestOrganisation;

/** A rule for either kind, with points of its own: what was one must not look like the other afterwards. */
const rule = (kind: string, points: number) => ({
  ...({ key: kind, label: kind, category: "feedback", missing: "ignore" } as const),
  signal: { type: "count", filter: { kinds: [kind] }, windowDays: 90 } as const,
  effect: { type: "ramp", from: 0, to: 10, points } as const,
});
const admin = () => systemMember(ours.organisationId);
const ledgerOf = (externalId: string) => readLedger(admin(), externalId, ledgerQuery.parse({}));

beforeAll(async () => {
  ours = await makeOrganisation("MergeLedger", { clock: `${DAYS[0]}T12:00:00Z` });
  const at = (kind: string, day: string) => ({ kind, occurredAt: `${day}T10:00:00Z` });
  await makeCustomerWithTouchpoints(ours.organisationId, { externalId: "reviewer" }, [
    at("bad-review", "2026-06-01"),
    at("bad-review", "2026-06-15"),
    at("complaint", "2026-06-02"),
  ]);
  await makeCustomerWithTouchpoints(ours.organisationId, { externalId: "caller" }, [at("call", "2026-06-15")]);
  const rules = [rule("bad-review", 100), rule("complaint", -30), rule("call", 20)];
  const draft = await saveDraft(admin(), draftChange.parse({ revision: 0, rules }));
  await publishDraft(admin(), { revision: draft.revision, note: "One rule for each kind" });
  for (const day of DAYS.slice(0, 2)) {
    await saveSettings(admin(), { clock: `${day}T12:00:00Z` });
    await scoreAll(ours.organisationId);
  }
  const { jobId } = await mergeKinds(admin(), { from: "bad-review", into: "complaint" });
  await runQueued(ours.organisationId, jobId);
  await saveSettings(admin(), { clock: `${DAYS[2]}T12:00:00Z` });
  await scoreAll(ours.organisationId);
});

describe("the ledger of scores from before a merge of kinds", () => {
  it("puts down to the configuration what the merged touchpoints no longer explain", async () => {
    const { items } = await ledgerOf("reviewer");
    expect(items.length).toBeGreaterThanOrEqual(2);
    const [oldest] = items.slice(-1);
    expect(items.map(({ unexplainedPoints }) => Math.abs(unexplainedPoints) < 1e-9)).not.toContain(false);
    expect(oldest?.configuration.changed).toContain("merged");
    expect(oldest?.configuration.reasons.at(-1)?.after).toEqual({ id: "kinds-merged", values: {} });
    // A second bad review brought ten points; today it is reckoned as a complaint, which takes three away.
    expect(oldest?.points).toBeCloseTo(10, 6);
    for (const { points, time, touchpoints, traits, configuration } of items) {
      const sum = time.points + touchpoints.points + traits.points + configuration.points;
      expect(sum).toBeCloseTo(points, 6);
      const reasons = configuration.reasons.reduce((total, reason) => total + reason.points, 0);
      expect(reasons).toBeCloseTo(configuration.points, 6);
    }
  });

  it("says nothing of a merge where a customer has no touchpoint of the kind", async () => {
    const { items } = await ledgerOf("caller");
    expect(items.length).toBeGreaterThan(0);
    for (const { configuration } of items) expect(configuration.changed).not.toContain("merged");
  });

  it("says nothing of it between scores that were reckoned after the merge", async () => {
    await saveSettings(admin(), { clock: "2026-09-20T12:00:00Z" });
    await scoreAll(ours.organisationId);
    const [newest] = (await ledgerOf("reviewer")).items;
    expect(newest?.to.asOf).toBe("2026-09-20T12:00:00.000Z");
    expect(newest?.configuration.changed).not.toContain("merged");
    expect(Math.abs(newest?.unexplainedPoints ?? 1)).toBeLessThan(1e-9);
  });
});
