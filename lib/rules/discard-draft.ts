import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { DRAFT_VERSION, loadRuleSet } from "./load-rule-set";
import { lockRules } from "./lock-rules";
import { refuseStaleDraft } from "./refuse-stale-draft";

/** Throws the draft away. @throws AppError conflict when it is another than the one that was seen */
export async function discardDraft(member: Member, revision: number): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    await lockRules(tx, organisationId);
    refuseStaleDraft(await loadRuleSet(tx, organisationId, DRAFT_VERSION), revision);
    await tx.ruleSet.deleteMany({ where: { organisationId, version: DRAFT_VERSION } });
    await recordAudit(tx, member, { action: "rules.draft-discarded", subject: `rule-draft:${revision}` });
  });
}
