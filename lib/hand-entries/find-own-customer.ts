import type { Member } from "@/lib/auth/member";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/** Ids begin at 1: whoever is no member has no book. */
const NOBODY = -1;

/**
 * The internal id of a customer that a member may see: a manager's own book, everyone else's organisation.
 * @throws AppError not-found for all others
 */
export async function findOwnCustomer(tx: TenantTransaction, member: Member, externalId: string): Promise<number> {
  const row = await tx.customer.findFirst({
    where: {
      organisationId: member.organisationId,
      externalId,
      ...(seesOnlyOwnBook(member) ? { ownerId: member.id ?? NOBODY } : {}),
    },
    select: { id: true },
  });
  if (!row) throw new AppError("not-found", `There is no customer “${externalId}” that you can see.`);
  return row.id;
}
