import type { Member } from "@/lib/auth/member";
import { listKinds } from "@/lib/kinds/list-kinds";
import { inWords } from "@/lib/scores/reason-in-words";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { listVersions } from "./list-versions";
import { DRAFT_VERSION, type StoredRuleSet } from "./load-rule-set";
import { readRuleSet } from "./read-rule-set";

/** The rules as the API shows them: those in force and the draft, each rule with its sentence, and all versions. */
export async function describeRules(member: Member) {
  const [kinds, active, draft, versions] = await Promise.all([
    listKinds(member),
    readRuleSet(member),
    readRuleSet(member, DRAFT_VERSION),
    listVersions(member),
  ]);
  const inFull = ({ rules, groups }: StoredRuleSet) => ({
    rules: rules.map((rule) => ({ ...rule, sentence: inWords(describeRule(rule, kinds).sentence) })),
    groups,
  });
  return {
    active: active && {
      version: active.version,
      note: active.note,
      publishedAt: active.publishedAt,
      publishedBy: active.publishedBy,
      ...inFull(active),
    },
    draft: draft
      ? {
          revision: draft.revision,
          basedOn: draft.basedOn,
          changedAt: draft.changedAt,
          changedBy: draft.changedBy,
          ...inFull(draft),
        }
      : null,
    versions,
  };
}
