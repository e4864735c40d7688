import type { Member } from "@/lib/auth/member";
import type { ContactForm } from "@/lib/schemas/people";
import { changePeople } from "./change-people";
import { refuseTooMany } from "./refuse-too-many";

/** Adds a person at a customer, or changes one. @returns the contact's id @throws AppError as changePeople */
export async function saveContact(member: Member, { externalId, id, leftOn, ...facts }: ContactForm): Promise<number> {
  const data = { ...facts, leftOn: leftOn === null ? null : new Date(`${leftOn}T00:00:00Z`) };
  const verb = id === null ? "added" : "changed";
  return changePeople(member, { externalId, fact: "contact", verb }, async (tx, place) => {
    if (id !== null) return { id, ...(await tx.contact.updateMany({ where: { ...place, id }, data })) };
    refuseTooMany(await tx.contact.count({ where: place }));
    return tx.contact.create({ data: { ...place, ...data }, select: { id: true } });
  });
}
