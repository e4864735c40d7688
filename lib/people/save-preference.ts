import type { Member } from "@/lib/auth/member";
import type { PreferenceForm } from "@/lib/schemas/people";
import { changePeople } from "./change-people";
import { refuseTooMany } from "./refuse-too-many";

/** Adds how a customer likes things to be, or changes it. @returns its id @throws AppError as changePeople */
export async function savePreference(member: Member, { externalId, id, text }: PreferenceForm): Promise<number> {
  const verb = id === null ? "added" : "changed";
  return changePeople(member, { externalId, fact: "preference", verb }, async (tx, place) => {
    if (id !== null) return { id, ...(await tx.preference.updateMany({ where: { ...place, id }, data: { text } })) };
    refuseTooMany(await tx.preference.count({ where: place }));
    return tx.preference.create({ data: { ...place, text }, select: { id: true } });
  });
}
