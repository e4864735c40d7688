import type { Member } from "@/lib/auth/member";
import type { RemovalForm } from "@/lib/schemas/people";
import { changePeople } from "./change-people";

/** Removes a contact, a preference or a milestone for good: personal data is not kept as a trace. @throws AppError as changePeople */
export async function removePeopleFact(member: Member, { externalId, fact, id }: RemovalForm): Promise<void> {
  await changePeople(member, { externalId, fact, verb: "removed" }, async (tx, place) => {
    const where = { ...place, id };
    if (fact === "contact") return { id, ...(await tx.contact.deleteMany({ where })) };
    if (fact === "preference") return { id, ...(await tx.preference.deleteMany({ where })) };
    return { id, ...(await tx.personalMilestone.deleteMany({ where })) };
  });
}
