import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { followMerges } from "@/lib/kinds/follow-merges";
import type { RuleRollback } from "@/lib/schemas/rule-trial";
import { findActiveVersion } from "./find-active-version";
import { DRAFT_VERSION, loadRuleSet } from "./load-rule-set";
import { lockRules } from "./lock-rules";
import { type PublishedRules, putRulesInForce } from "./put-rules-in-force";
import { refuseFaultyRules } from "./refuse-faulty-rules";

/**
 * Publishes an old version anew, under the kinds of today: history is added to, never rewritten. The draft stays as it is.
 * @throws AppError not-found; conflict for the version in force; unprocessable when a kind that it names is gone
 */
export async function rollBackRules(member: Member, { version, note }: RuleRollback): Promise<PublishedRules> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    await lockRules(tx, organisationId);
    const old = version === DRAFT_VERSION ? undefined : await loadRuleSet(tx, organisationId, version);
    if (!old) throw new AppError("not-found", `There is no version ${version} of the rules.`);
    const active = await findActiveVersion(tx, organisationId);
    if (active === version) throw new AppError("conflict", `Version ${version} is in force already.`);
    const rules = await followMerges(tx, organisationId, old);
    await refuseFaultyRules(tx, organisationId, rules);
    const words = note ?? `Back to version ${version}`;
    const published = await putRulesInForce(tx, member, { rules, note: words });
    await recordAudit(tx, member, {
      action: "rules.rolled-back",
      subject: `rule-set:${published.version}`,
      details: { to: version, from: active, note: words, supersededLearnedModel: published.supersededLearnedModel },
    });
    return published;
  });
}
