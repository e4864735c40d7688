import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { findOwnCustomer } from "@/lib/hand-entries/find-own-customer";
import { loadSettings } from "@/lib/organisations/load-settings";
import { organisationNow } from "@/lib/organisations/organisation-now";
import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import type { NewJudgement } from "@/lib/schemas/judgement";
import { DAY_MS } from "@/lib/scoring/day";
import { localDaysIn } from "@/lib/scoring/local-days";

/** A judgement is looked at again within a year. */
const MOST_DAYS = 366;

/**
 * Writes down what a member thinks of a customer's risk, with what the model says at that moment. It changes no score.
 * @returns the judgement's id
 * @throws AppError not-found for a foreign customer; unprocessable for a customer without a score or who has left, and for
 *   an expiry in the past or more than a year ahead
 */
export async function addJudgement(
  member: Member,
  { externalId, band, probability, reason, expiresOn }: NewJudgement & Readonly<{ externalId: string }>,
): Promise<number> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const customerId = await findOwnCustomer(tx, member, externalId);
    const settings = await loadSettings(tx, organisationId);
    const nowMs = await organisationNow(tx, settings);
    const expiresAtMs = localDaysIn(settings.timeZone).endOf(Date.parse(`${expiresOn}T00:00:00Z`) / DAY_MS);
    if (expiresAtMs <= nowMs) throw refusal("expiresOn", "in-the-past", "This lies in the past.");
    if (expiresAtMs > nowMs + MOST_DAYS * DAY_MS) {
      throw refusal("expiresOn", "too-far-ahead", "A judgement stands for a year at most.");
    }
    const modelProbability = await currentProbability(tx, settings, customerId);
    const { breakUp, horizonDays } = settings;
    const type = band === undefined && probability === undefined ? "comment" : "override";
    const said = { band: band ?? null, probability: probability ?? null };
    const { id } = await tx.judgement.create({
      data: {
        ...{ organisationId, customerId, type, ...said, reason, expiresAt: new Date(expiresAtMs) },
        ...{ memberId: member.id, memberName: member.name, asOf: new Date(nowMs), modelProbability },
        horizonDays: breakUp.type === "inactivity" ? breakUp.days : horizonDays,
      },
      select: { id: true },
    });
    await recordAudit(tx, member, {
      action: type === "override" ? "customers.risk-judged" : "customers.risk-commented",
      subject: `customer:${externalId}`,
      details: { judgement: id, ...said, expiresOn, modelProbability },
    });
    return id;
  });
}

async function currentProbability(
  tx: TenantTransaction,
  { id: organisationId, currentScoreRunId }: OrganisationSettings,
  customerId: number,
): Promise<number> {
  const score =
    currentScoreRunId === null
      ? null
      : await tx.score.findUnique({
          where: { organisationId_runId_customerId: { organisationId, runId: currentScoreRunId, customerId } },
          select: { probability: true, stage: true },
        });
  if (!score) throw refusal(undefined, "not-scored", "This customer has no score yet that could be judged.");
  if (score.stage === "departed") throw refusal(undefined, "departed", "This customer has left.");
  return score.probability;
}

function refusal(path: string | undefined, code: string, message: string): AppError {
  return new AppError("unprocessable", message, { issues: [{ ...(path ? { path } : {}), code, message }] });
}
