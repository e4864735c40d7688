import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/**
 * Keeps an organisation from losing its last admin. Locks the admins' rows, so that two admins who leave at the same
 * moment are seen one after the other.
 * @throws AppError conflict when no other admin would remain
 */
export async function refuseLastAdmin(tx: TenantTransaction, organisationId: number, memberId: number): Promise<void> {
  const admins = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM member
    WHERE organisation_id = ${organisationId} AND role = 'admin' AND removed_at IS NULL
    ORDER BY id FOR UPDATE`;
  if (admins.some((admin) => admin.id !== memberId)) return;
  const message = "An organisation needs an admin. Make someone else admin first.";
  throw new AppError("conflict", message, { issues: [{ path: "memberId", code: "last-admin", message }] });
}
