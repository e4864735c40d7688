import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import type { Language } from "@/lib/format/languages";
import { findMemberRow } from "./find-member-row";

/**
 * Remembers the language a person reads, in all of her organisations and on every device from the next sign-in on.
 * @throws AppError forbidden for API keys, which read English
 */
export async function chooseLanguage(member: Member, language: Language): Promise<void> {
  const { organisationId, id } = member;
  if (id === null) throw new AppError("forbidden", "Only people have a language.");
  await withTenant(organisationId, async (tx) => {
    const { userId } = await findMemberRow(tx, organisationId, id);
    await tx.user.update({ where: { id: userId }, data: { language }, select: { id: true } });
    await recordAudit(tx, member, {
      action: "members.language-chosen",
      subject: `member:${id}`,
      details: { language },
    });
  });
}
