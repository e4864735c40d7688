import type { Member } from "@/lib/auth/member";
import { AppError } from "@/lib/errors";
import { draftChange } from "@/lib/schemas/rule-trial";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { DRAFT_VERSION } from "./load-rule-set";
import { readRuleSet } from "./read-rule-set";
import { type SavedDraft, saveDraft } from "./save-draft";

/** A rule as it is to be (null: removed), or the draft as it is on top of another version. */
export type RuleChange = Readonly<{ revision: number; key?: string; rule?: RuleDefinition | null; basedOn?: number }>;

/**
 * Changes one rule of the draft; without a draft, one is begun from the rules in force.
 * @throws AppError as saveDraft
 */
export async function changeDraft(member: Member, { revision, key, rule, basedOn }: RuleChange): Promise<SavedDraft> {
  const before = (await readRuleSet(member, DRAFT_VERSION)) ?? (await readRuleSet(member));
  if (!before) throw new AppError("not-found", "There are no rules to begin a draft from.");
  const rules = before.rules.flatMap((one) =>
    one.key !== key || rule === undefined ? [one] : rule === null ? [] : [rule],
  );
  const onTop = basedOn === undefined ? {} : { basedOn };
  // The schema's own type: lists that may be changed.
  const change = draftChange.parse({ revision, rules, groups: before.groups, ...onTop });
  return saveDraft(member, change);
}
