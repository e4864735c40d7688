import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { OUTCOME_TYPES } from "@/lib/schemas/outcome";
import { findOwnCustomer } from "./find-own-customer";
import type { HandEntryView } from "./hand-entry-view";
import { mayRemove } from "./may-remove";

const TYPES = ["touchpoint", "note", "outcome"] as const;
/** The newest; older touchpoints and outcomes are in the journey as well. */
const MOST_ENTRIES = 50;

/**
 * What people wrote down about a customer, newest first.
 * @param upToMs leaves out what came later; null: nothing
 * @throws AppError not-found for a customer that the member may not see
 */
export async function listEntries(member: Member, externalId: string, upToMs: number | null): Promise<HandEntryView[]> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const customerId = await findOwnCustomer(tx, member, externalId);
    const rows = await tx.handEntry.findMany({
      where: {
        organisationId,
        customerId,
        removedAt: null,
        ...(upToMs === null ? {} : { happenedAt: { lte: new Date(upToMs) } }),
      },
      orderBy: [{ happenedAt: "desc" }, { id: "desc" }],
      take: MOST_ENTRIES,
    });
    const keys = rows.flatMap(({ touchpointKey }) => touchpointKey ?? []);
    const touchpoints = await tx.touchpoint.findMany({
      where: { organisationId, key: { in: keys } },
      select: { key: true, kindId: true },
    });
    const kinds = await tx.kind.findMany({
      where: { organisationId, id: { in: touchpoints.map(({ kindId }) => kindId) } },
      select: { id: true, label: true },
    });
    const outcomes = await tx.outcome.findMany({
      where: { organisationId, id: { in: rows.flatMap(({ outcomeId }) => outcomeId ?? []) } },
      select: { id: true, type: true },
    });
    const kindOf = new Map(touchpoints.map(({ key, kindId }) => [key, kindId]));
    const labelOf = new Map(kinds.map(({ id, label }) => [id, label]));
    const outcomeOf = new Map(outcomes.map(({ id, type }) => [id, type]));
    return rows.flatMap((row) => {
      const type = TYPES.find((one) => one === row.type);
      if (!type) return [];
      const outcome = outcomeOf.get(row.outcomeId ?? -1);
      return {
        id: row.id,
        type,
        kindLabel: labelOf.get(kindOf.get(row.touchpointKey ?? "") ?? -1) ?? null,
        outcome: OUTCOME_TYPES.find((one) => one === outcome) ?? null,
        note: row.note,
        happenedAtMs: row.happenedAt.getTime(),
        author: row.memberName,
        mayRemove: mayRemove(member, row.memberId),
      };
    });
  });
}
