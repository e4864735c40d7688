import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import type { RulePublication } from "@/lib/schemas/rule-trial";
import { findActiveVersion } from "./find-active-version";
import { DRAFT_VERSION, loadRuleSet } from "./load-rule-set";
import { lockRules } from "./lock-rules";
import { type PublishedRules, putRulesInForce } from "./put-rules-in-force";
import { refuseFaultyRules } from "./refuse-faulty-rules";
import { refuseStaleDraft } from "./refuse-stale-draft";

/**
 * Publishes the draft: a new version with a note, a new model on top, and everyone is scored anew.
 * @throws AppError conflict when the draft is another than the one that was seen, when there is none, or when other rules
 *   came into force since it was begun; unprocessable when a kind that it names is gone
 */
export async function publishDraft(member: Member, { revision, note }: RulePublication): Promise<PublishedRules> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    await lockRules(tx, organisationId);
    const draft = await loadRuleSet(tx, organisationId, DRAFT_VERSION);
    refuseStaleDraft(draft, revision);
    if (!draft) throw new AppError("conflict", "There is no draft to publish.");
    const active = await findActiveVersion(tx, organisationId);
    if (draft.basedOn !== active) {
      throw new AppError(
        "conflict",
        `The draft was made from version ${draft.basedOn}, and version ${active} is in force by now. Compare the two, then ` +
          `save the draft on top of version ${active}.`,
      );
    }
    await refuseFaultyRules(tx, organisationId, draft);
    const published = await putRulesInForce(tx, member, { rules: draft, note });
    await tx.ruleSet.deleteMany({ where: { organisationId, version: DRAFT_VERSION } });
    await recordAudit(tx, member, {
      action: "rules.published",
      subject: `rule-set:${published.version}`,
      details: { note, from: active, supersededLearnedModel: published.supersededLearnedModel },
    });
    return published;
  });
}
