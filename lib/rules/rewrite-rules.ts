import type { Member } from "@/lib/auth/member";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { namesKind, replaceKinds } from "@/lib/scoring/rules/replace-kinds";
import { DRAFT_VERSION, loadRuleSet, type StoredRuleSet } from "./load-rule-set";
import { lockRules } from "./lock-rules";
import { putRulesInForce } from "./put-rules-in-force";
import { refuseFaultyRules } from "./refuse-faulty-rules";
import { writeRuleSet } from "./write-rule-set";

type Merge = Readonly<{ from: string; into: string; note: string }>;

/** What a merge of kinds did to the rules; null where they named the kind nowhere. */
export type RewrittenRules = Readonly<{
  version: number | null;
  supersededLearnedModel: number | null;
  draftRevision: number | null;
}>;

/**
 * Names another kind in the rules in force and in the draft. Rules in force that change become a new version; so they do
 * where a learned model looks at the kind, whose weights then fit no longer.
 * @throws AppError unprocessable when the rules would contradict themselves
 */
export async function rewriteRules(tx: TenantTransaction, member: Member, merge: Merge): Promise<RewrittenRules> {
  const { organisationId } = member;
  await lockRules(tx, organisationId);
  const model = await tx.model.findFirst({ where: { organisationId, state: "active" } });
  const active = model && (await loadRuleSet(tx, organisationId, model.ruleSetVersion));
  if (!active) throw new AppError("not-found", "There are no rules in force.");
  const isNamed = namesKind(active.rules, merge.from) || namesKind([model.parameters], merge.from);
  const published = isNamed ? await publish(tx, member, active, merge) : null;
  const draft = await loadRuleSet(tx, organisationId, DRAFT_VERSION);
  const isOvertaken = published !== null && draft?.basedOn === active.version;
  const basedOn = isOvertaken ? published.version : draft?.basedOn;
  const isDraftTouched = draft && (isOvertaken || namesKind(draft.rules, merge.from));
  return {
    version: published?.version ?? null,
    supersededLearnedModel: published?.supersededLearnedModel ?? null,
    draftRevision: isDraftTouched
      ? await rewriteDraft(tx, member, { ...draft, basedOn: basedOn ?? null }, merge)
      : null,
  };
}

async function publish(tx: TenantTransaction, member: Member, active: StoredRuleSet, { from, into, note }: Merge) {
  const rules = replaceKinds(active, new Map([[from, into]]));
  await refuseFaultyRules(tx, member.organisationId, rules);
  return putRulesInForce(tx, member, { rules, note });
}

/** The draft's own changes are kept, on top of the version that came into force under it. */
async function rewriteDraft(
  tx: TenantTransaction,
  { organisationId, name }: Member,
  draft: StoredRuleSet,
  { from, into }: Merge,
): Promise<number> {
  const rules = replaceKinds(draft, new Map([[from, into]]));
  await refuseFaultyRules(tx, organisationId, rules);
  const revision = draft.revision + 1;
  await tx.ruleSet.deleteMany({ where: { organisationId, version: DRAFT_VERSION } });
  const place = { organisationId, version: DRAFT_VERSION, state: "draft", revision, basedOn: draft.basedOn };
  await writeRuleSet(tx, { ...place, changedAt: new Date(), changedBy: name }, rules);
  return revision;
}
