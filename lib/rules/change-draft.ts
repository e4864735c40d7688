import type { Member } from "@/lib/auth/member";
import { AppError } from "@/lib/errors";
import { draftChange } from "@/lib/schemas/rule-trial";
import type { RuleDefinition, RuleGroup, RuleSetDefinition } from "@/lib/scoring/rule-definition";
import { freeRuleKey } from "./free-rule-key";
import { DRAFT_VERSION } from "./load-rule-set";
import { readRuleSet } from "./read-rule-set";
import { type SavedDraft, saveDraft } from "./save-draft";

/** One change of the draft: a rule as it is to be, a new one, one that goes, all groups, or the version it comes after. */
export type RuleChange = Readonly<{ revision: number }> &
  (
    | Readonly<{ rule: RuleDefinition }>
    | Readonly<{ added: RuleDefinition }>
    | Readonly<{ removed: string }>
    | Readonly<{ groups: readonly RuleGroup[] }>
    | Readonly<{ basedOn: number }>
  );

/**
 * Changes the draft in one place; without a draft, one is begun from the rules in force.
 * @throws AppError as saveDraft
 */
export async function changeDraft(member: Member, change: RuleChange): Promise<SavedDraft> {
  const before = (await readRuleSet(member, DRAFT_VERSION)) ?? (await readRuleSet(member));
  if (!before) throw new AppError("not-found", "There are no rules to begin a draft from.");
  const onTop = "basedOn" in change ? { basedOn: change.basedOn } : {};
  // The schema's own type: lists that may be changed.
  return saveDraft(member, draftChange.parse({ revision: change.revision, ...after(before, change), ...onTop }));
}

function after({ rules, groups }: RuleSetDefinition, change: RuleChange): RuleSetDefinition {
  if ("rule" in change) {
    return { rules: rules.map((one) => (one.key === change.rule.key ? change.rule : one)), groups };
  }
  if ("added" in change) {
    const key = freeRuleKey(change.added.label, rules);
    return { rules: [...rules, { ...change.added, key }], groups };
  }
  if ("removed" in change) return { rules: rules.filter(({ key }) => key !== change.removed), groups };
  if ("groups" in change) {
    const kept = new Set(change.groups.map(({ key }) => key));
    return { rules: rules.map((rule) => withoutLostGroup(rule, kept)), groups: change.groups };
  }
  return { rules, groups };
}

/** A rule whose group goes shares no cap from then on. */
function withoutLostGroup(rule: RuleDefinition, kept: ReadonlySet<string>): RuleDefinition {
  const { group, ...rest } = rule;
  return group === undefined || kept.has(group) ? rule : rest;
}
