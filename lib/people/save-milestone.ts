import type { Member } from "@/lib/auth/member";
import type { MilestoneForm } from "@/lib/schemas/people";
import { changePeople } from "./change-people";
import { refuseTooMany } from "./refuse-too-many";

/** Adds a day that matters to a customer's people, or changes it. @returns its id @throws AppError as changePeople */
export async function saveMilestone(
  member: Member,
  { externalId, id, title, happensOn, yearly }: MilestoneForm,
): Promise<number> {
  const data = { title, yearly, happensOn: new Date(`${happensOn}T00:00:00Z`) };
  const verb = id === null ? "added" : "changed";
  return changePeople(member, { externalId, fact: "milestone", verb }, async (tx, place) => {
    if (id !== null) return { id, ...(await tx.personalMilestone.updateMany({ where: { ...place, id }, data })) };
    refuseTooMany(await tx.personalMilestone.count({ where: place }));
    return tx.personalMilestone.create({ data: { ...place, ...data }, select: { id: true } });
  });
}
