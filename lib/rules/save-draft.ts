import { randomInt } from "node:crypto";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import type { DraftChange } from "@/lib/schemas/rule-trial";
import { diffRules } from "./diff-rules";
import { findActiveVersion } from "./find-active-version";
import { DRAFT_VERSION, loadRuleSet } from "./load-rule-set";
import { lockRules } from "./lock-rules";
import { refuseFaultyRules } from "./refuse-faulty-rules";
import { refuseStaleDraft } from "./refuse-stale-draft";
import { writeRuleSet } from "./write-rule-set";

/** The draft after it was saved. */
export type SavedDraft = Readonly<{ revision: number; basedOn: number }>;

/**
 * Saves the organisation's one draft. Whoever saves names the revision she saw, so that of two admins, or two tabs, the
 * second is told and nothing is lost. What is saved can always be scored with.
 * @throws AppError conflict when the draft is another by now; unprocessable with every fault of the rules
 */
export async function saveDraft(member: Member, change: DraftChange): Promise<SavedDraft> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    await lockRules(tx, organisationId);
    const before = await loadRuleSet(tx, organisationId, DRAFT_VERSION);
    refuseStaleDraft(before, change.revision);
    const active = await findActiveVersion(tx, organisationId);
    const basedOn = change.basedOn ?? before?.basedOn ?? active;
    const base = await loadRuleSet(tx, organisationId, basedOn);
    if (!base || basedOn === DRAFT_VERSION)
      throw new AppError("unprocessable", `There is no version ${basedOn} of the rules.`, {
        issues: [{ path: "basedOn", code: "unknown-version", message: "There is no such version." }],
      });
    await refuseFaultyRules(tx, organisationId, change);
    // A new draft begins at a number of its own: a tab that saw one that was thrown away cannot overwrite it.
    const revision = before ? before.revision + 1 : randomInt(1, 1_000_000_000);
    await tx.ruleSet.deleteMany({ where: { organisationId, version: DRAFT_VERSION } });
    const place = { organisationId, version: DRAFT_VERSION, state: "draft", revision, basedOn };
    await writeRuleSet(tx, { ...place, changedAt: new Date(), changedBy: member.name }, change);
    const { added, removed, changed } = diffRules(before ?? base, change);
    await recordAudit(tx, member, {
      action: "rules.draft-saved",
      subject: `rule-draft:${revision}`,
      details: {
        basedOn,
        added: added.map(keyOf),
        removed: removed.map(keyOf),
        changed: changed.map(([, to]) => to.key),
      },
    });
    return { revision, basedOn };
  });
}

function keyOf({ key }: { readonly key: string }): string {
  return key;
}
