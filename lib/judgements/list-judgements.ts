import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { findOwnCustomer } from "@/lib/hand-entries/find-own-customer";
import { loadSettings } from "@/lib/organisations/load-settings";
import { organisationNow } from "@/lib/organisations/organisation-now";
import { judgementStates } from "./judgement-states";
import type { JudgementView } from "./judgement-view";
import { loadFacts } from "./load-facts";
import { mayWithdraw } from "./may-withdraw";
import { saidRisk } from "./said-risk";

/**
 * What people thought of a customer's risk, newest first.
 * @param atMs a moment of the past: only what had been said by then, as it stood then; null: now
 * @throws AppError not-found for a customer that the member may not see
 */
export async function listJudgements(
  member: Member,
  externalId: string,
  atMs: number | null,
): Promise<JudgementView[]> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const customerId = await findOwnCustomer(tx, member, externalId);
    const settings = await loadSettings(tx, organisationId);
    const facts = await loadFacts(tx, organisationId, customerId, atMs);
    const states = judgementStates(facts, atMs ?? (await organisationNow(tx, settings)));
    return facts
      .flatMap(({ id, type, expiresAtMs, ...fact }): JudgementView[] => {
        const state = states.get(id);
        if (type === "withdrawal" || expiresAtMs === null || state === undefined) return [];
        return [
          {
            ...{ id, type, expiresAtMs, state, reason: fact.reason, author: fact.memberName },
            said: saidRisk(fact.band, fact.probability, settings.bandFloors),
            modelSaid: saidRisk(null, fact.modelProbability, settings.bandFloors),
            madeAtMs: fact.asOf.getTime(),
            mayWithdraw: atMs === null && state === "standing" && mayWithdraw(member, fact.memberId),
          },
        ];
      })
      .reverse();
  });
}
