import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { findOwnCustomer } from "@/lib/hand-entries/find-own-customer";
import type { PeopleChange } from "@/lib/schemas/people";

type Place = Readonly<{ organisationId: number; customerId: number }>;
type Counts = Readonly<{ added: number; kept: number; removed: number }>;

/**
 * Makes the lists that are given the whole of what is known: what has an id is changed, what has none is added, and what is
 * missing is removed for good. A list that is left out stays as it is. The trace holds no personal data.
 * @throws AppError not-found for a foreign customer; unprocessable for an id that is none of this customer's
 */
export async function replacePeople(member: Member, externalId: string, change: PeopleChange): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const place = { organisationId, customerId: await findOwnCustomer(tx, member, externalId) };
    // Two callers at once would each add what they miss.
    await tx.$executeRaw`SELECT 1 FROM customer WHERE organisation_id = ${organisationId} AND id = ${place.customerId} FOR UPDATE`;
    const details = {
      ...(change.contacts ? { contacts: await replaceContacts(tx, place, change.contacts) } : {}),
      ...(change.preferences ? { preferences: await replacePreferences(tx, place, change.preferences) } : {}),
      ...(change.milestones ? { milestones: await replaceMilestones(tx, place, change.milestones) } : {}),
    };
    if (Object.keys(details).length === 0) return;
    await recordAudit(tx, member, { action: "customers.people-replaced", subject: `customer:${externalId}`, details });
  });
}

async function replaceContacts(tx: TenantTransaction, place: Place, given: NonNullable<PeopleChange["contacts"]>) {
  const known = await tx.contact.findMany({ where: place, select: { id: true, createdAt: true } });
  const { rows, counts } = keepKnown("contacts", known, given);
  await tx.contact.deleteMany({ where: place });
  await tx.contact.createMany({
    data: rows.map((row) => ({ ...row, ...place, leftOn: row.leftOn && dateOf(row.leftOn) })),
  });
  return counts;
}

async function replacePreferences(
  tx: TenantTransaction,
  place: Place,
  given: NonNullable<PeopleChange["preferences"]>,
) {
  const known = await tx.preference.findMany({ where: place, select: { id: true, createdAt: true } });
  const { rows, counts } = keepKnown("preferences", known, given);
  await tx.preference.deleteMany({ where: place });
  await tx.preference.createMany({ data: rows.map((row) => ({ ...row, ...place })) });
  return counts;
}

async function replaceMilestones(tx: TenantTransaction, place: Place, given: NonNullable<PeopleChange["milestones"]>) {
  const known = await tx.personalMilestone.findMany({ where: place, select: { id: true, createdAt: true } });
  const { rows, counts } = keepKnown("milestones", known, given);
  await tx.personalMilestone.deleteMany({ where: place });
  await tx.personalMilestone.createMany({
    data: rows.map((row) => ({ ...row, ...place, happensOn: dateOf(row.happensOn) })),
  });
  return counts;
}

type Known = Readonly<{ id: number; createdAt: Date }>;

/** The rows to write: those that are known keep their id and the moment when they were written down first. */
function keepKnown<Given extends { id?: number | undefined }>(
  list: string,
  known: readonly Known[],
  given: readonly Given[],
): Readonly<{ rows: (Given & { createdAt?: Date })[]; counts: Counts }> {
  const left = new Map(known.map((one) => [one.id, one.createdAt]));
  const rows = given.map((one, index) => {
    if (one.id === undefined) return { ...one };
    const createdAt = left.get(one.id);
    if (!createdAt) throw unknownId(`${list}[${index}].id`);
    left.delete(one.id);
    return { ...one, createdAt };
  });
  const kept = known.length - left.size;
  return { rows, counts: { added: given.length - kept, kept, removed: left.size } };
}

function unknownId(path: string): AppError {
  const message = "This customer has nothing with this id, or it is named twice.";
  return new AppError("unprocessable", message, { issues: [{ path, code: "unknown-id", message }] });
}

function dateOf(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00Z`);
}
