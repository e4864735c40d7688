import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { loadSettings } from "@/lib/organisations/load-settings";
import { organisationNow } from "@/lib/organisations/organisation-now";
import { orderScores } from "@/lib/scores/order-scores";
import { findOwnCustomer } from "./find-own-customer";
import type { HandEntryView } from "./hand-entry-view";
import { rescoreNow } from "./rescore-now";

type Stored = Readonly<{
  happenedAtMs: number;
  touchpointKey?: string;
  outcomeId?: number;
  note?: string | null;
  details?: Readonly<Record<string, string | number | null>>;
}>;

type EntryPlace = Readonly<{ customerId: number; nowMs: number; timeZone: string }>;

/**
 * Writes down what a person tells of a customer, with the trace of who did it; what changes scores is scored at once.
 * @param store writes what the entry is about, in the same transaction
 * @returns the entry's id
 * @throws AppError not-found for a customer that the member may not see
 */
export async function writeEntry(
  member: Member,
  entry: Readonly<{ externalId: string; type: HandEntryView["type"] }>,
  store: (tx: TenantTransaction, place: EntryPlace) => Promise<Stored>,
): Promise<number> {
  const { organisationId } = member;
  const { externalId, type } = entry;
  const changesScores = type !== "note";
  const id = await withTenant(organisationId, async (tx) => {
    const customerId = await findOwnCustomer(tx, member, externalId);
    const settings = await loadSettings(tx, organisationId);
    const nowMs = await organisationNow(tx, settings);
    const { happenedAtMs, details, ...stored } = await store(tx, { customerId, nowMs, timeZone: settings.timeZone });
    const { id } = await tx.handEntry.create({
      data: {
        organisationId,
        customerId,
        type,
        ...stored,
        happenedAt: new Date(happenedAtMs),
        memberId: member.id,
        memberName: member.name,
      },
      select: { id: true },
    });
    await recordAudit(tx, member, {
      action: `customers.${type}-written`,
      subject: `customer:${externalId}`,
      details: { entry: id, ...details },
    });
    if (changesScores) await orderScores(tx, organisationId, [customerId]);
    return id;
  });
  if (changesScores) await rescoreNow(organisationId);
  return id;
}
