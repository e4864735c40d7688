import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { changeDraft } from "@/lib/rules/change-draft";
import { openDraft } from "@/lib/rules/open-draft";
import { publishDraft } from "@/lib/rules/publish-draft";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { loadScoringSetup } from "@/lib/scores/scoring-setup";
import { BLANK_RULE } from "@/lib/scoring/rules/blank-rule";

let organisationId: number;
const admin = () => systemMember(organisationId);
const revision = async () => (await readRuleSet(admin(), 0))?.revision ?? 0;
const draft = async () => (await readRuleSet(admin(), 0))!;

beforeAll(async () => {
  ({ organisationId } = await createOrganisation({ name: "Drafts", admin: null }));
});

describe("a change of the draft", () => {
  it("begins one from the rules in force, and leaves everything else of them alone", async () => {
    const active = (await readRuleSet(admin()))!;
    expect(await openDraft(admin())).toMatchObject({ version: active.version, revision: 0 });
    const rule = { ...active.rules[3]!, label: "Renamed" };
    await changeDraft(admin(), { revision: 0, rule });
    expect((await draft()).rules).toEqual(active.rules.map((one, at) => (at === 3 ? rule : one)));
    expect((await draft()).groups).toEqual(active.groups);
    expect(await openDraft(admin())).toMatchObject({ version: 0, revision: await revision() });
    await expect(changeDraft(admin(), { revision: 0, rule })).rejects.toThrow("has changed the draft");
  });

  it("adds rules at the end, each under a key of its own", async () => {
    const added = { ...BLANK_RULE, label: "Late payments" };
    await changeDraft(admin(), { revision: await revision(), added });
    await changeDraft(admin(), { revision: await revision(), added });
    const [first, second] = (await draft()).rules.slice(-2);
    expect([first, second]).toEqual([
      { ...added, key: "late-payments" },
      { ...added, key: "late-payments-2" },
    ]);
  });

  it("takes rules out, and caps of groups away from rules whose group goes", async () => {
    const before = await draft();
    await changeDraft(admin(), { revision: before.revision, removed: "late-payments" });
    expect((await draft()).rules.map(({ key }) => key)).toEqual(
      before.rules.map(({ key }) => key).filter((key) => key !== "late-payments"),
    );
    const kept = before.groups.filter(({ key }) => key !== "complaints").map((one) => ({ ...one, capPoints: 33 }));
    await changeDraft(admin(), { revision: await revision(), groups: kept });
    const { groups, rules } = await draft();
    expect(groups).toEqual(kept);
    expect(rules.filter(({ group }) => group === "complaints")).toEqual([]);
    const shared = before.rules.filter(({ group }) => group === "service").map(({ key }) => key);
    expect(rules.filter(({ group }) => group === "service").map(({ key }) => key)).toEqual(shared);
  });

  it("switches a rule off: published, it is kept and no longer scored with", async () => {
    const rule = (await draft()).rules.find(({ key }) => key === "late-payments-2")!;
    await changeDraft(admin(), { revision: await revision(), rule: { ...rule, off: true } });
    await publishDraft(admin(), { revision: await revision(), note: "Off" });
    expect((await readRuleSet(admin()))?.rules.at(-1)).toEqual({ ...rule, off: true });
    const setup = await withTenant(organisationId, (tx) => loadScoringSetup(tx, organisationId));
    expect(setup.rules.map(({ key }) => key)).not.toContain("late-payments-2");
    expect(setup.scorer.ruleKeys).not.toContain("late-payments-2");
    expect(setup.scorer.ruleKeys).toEqual(setup.rules.map(({ key }) => key));
  });
});
