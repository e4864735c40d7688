import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/** A member of this organisation who was not removed. @throws AppError not-found, also for another organisation's id */
export async function findMemberRow(tx: TenantTransaction, organisationId: number, memberId: number) {
  const row = await tx.member.findFirst({
    where: { organisationId, id: memberId, removedAt: null },
    select: { id: true, userId: true, email: true, role: true },
  });
  if (!row) throw new AppError("not-found", "There is no such member.");
  return row;
}
