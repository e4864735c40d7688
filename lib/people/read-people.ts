import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { findOwnCustomer } from "@/lib/hand-entries/find-own-customer";
import { MOST_FACTS } from "@/lib/schemas/people";
import { nextDayOf } from "./next-day-of";
import type { PeopleView } from "./people-view";

/**
 * Contacts, preferences and personal milestones of a customer.
 * @param today ISO date, in the organisation's zone
 * @throws AppError not-found for a customer that the member may not see
 */
export async function readPeople(member: Member, externalId: string, today: string): Promise<PeopleView> {
  const { organisationId } = member;
  const { contacts, preferences, milestones } = await withTenant(organisationId, async (tx) => {
    const where = { organisationId, customerId: await findOwnCustomer(tx, member, externalId) };
    const several = { where, take: MOST_FACTS };
    return {
      contacts: await tx.contact.findMany({
        ...several,
        orderBy: [{ decidesHere: "desc" }, { name: "asc" }, { id: "asc" }],
      }),
      preferences: await tx.preference.findMany({
        ...several,
        orderBy: { id: "asc" },
        select: { id: true, text: true },
      }),
      milestones: await tx.personalMilestone.findMany({ ...several, orderBy: { id: "asc" } }),
    };
  });
  const dated = milestones.map(({ id, title, happensOn, yearly }) => {
    const on = dayOf(happensOn);
    const nextOn = yearly ? nextDayOf(on, today) : on;
    return { id, title, yearly, happensOn: on, nextOn, isOver: nextOn < today };
  });
  const byDay = (a: { nextOn: string }, b: { nextOn: string }) => (a.nextOn < b.nextOn ? -1 : 1);
  const known = contacts.map(({ id, name, role, email, phone, decidesHere, leftOn }) => ({
    ...{ id, name, role, email, phone, decidesHere },
    leftOn: leftOn && dayOf(leftOn),
  }));
  return {
    contacts: [...known.filter(({ leftOn }) => leftOn === null), ...known.filter(({ leftOn }) => leftOn !== null)],
    preferences,
    milestones: [
      ...dated.filter(({ isOver }) => !isOver).sort(byDay),
      ...dated.filter(({ isOver }) => isOver).sort((a, b) => byDay(b, a)),
    ],
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
