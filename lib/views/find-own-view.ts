import type { Member } from "@/lib/auth/member";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { mayChangeView } from "./may-change-view";

/** @throws AppError not-found for a view that is not there or not the member's to change */
export async function findOwnView(
  tx: TenantTransaction,
  member: Member,
  id: number,
): Promise<Readonly<{ name: string; shared: boolean }>> {
  const { organisationId } = member;
  const view = await tx.savedView.findUnique({
    where: { organisationId_id: { organisationId, id } },
    select: { name: true, shared: true, memberId: true },
  });
  if (!view || !mayChangeView(member, view)) throw new AppError("not-found", "There is no such view of yours.");
  return view;
}
