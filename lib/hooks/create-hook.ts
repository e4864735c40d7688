import { recordAudit } from "@/lib/audit/record-audit";
import { hashSecret } from "@/lib/auth/api-key-format";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import type { NewHook } from "@/lib/schemas/hook";
import { compileHook } from "./compile-hook";
import { newHookToken } from "./hook-token";

/**
 * Opens an address for a tool that can only post JSON.
 * @returns its token: it is shown once, only its hash is kept
 * @throws AppError unprocessable for a mapping that cannot work
 */
export async function createHook(
  member: Member,
  { name, mapping, unknownCustomer, unknownKind }: NewHook,
): Promise<string> {
  compileHook(mapping);
  const { organisationId } = member;
  const token = newHookToken(organisationId);
  await withTenant(organisationId, async (tx) => {
    const { id } = await tx.hook.create({
      data: {
        organisationId,
        name,
        tokenHash: hashSecret(token),
        mapping,
        unknownCustomer,
        unknownKind,
        createdByName: member.name,
      },
      select: { id: true },
    });
    const details = { name, unknownCustomer, unknownKind };
    await recordAudit(tx, member, { action: "hooks.created", subject: `hook:${id}`, details });
  });
  return token;
}
