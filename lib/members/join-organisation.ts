import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Role } from "@/lib/auth/roles";
import type { TenantTransaction } from "@/lib/db/with-tenant";

/** A person who has proved that she may join: by a set-up token, an invitation, or a command. */
export type Joining = Readonly<{
  organisationId: number;
  name: string;
  email: string;
  /** For a new account; an account that exists keeps its own. */
  password: string;
  role: Role;
}>;

/** Makes the person's account if she has none, and the member. Someone who was removed comes back with the new role. */
export async function joinOrganisation(
  tx: TenantTransaction,
  joining: Joining,
): Promise<{ userId: string; memberId: number }> {
  const { organisationId, email, role } = joining;
  const account = await tx.user.findUnique({ where: { email }, select: { id: true, name: true } });
  const { id: userId, name } = account ?? (await createAccount(tx, joining));
  const member = await tx.member.upsert({
    where: { organisationId_userId: { organisationId, userId } },
    create: { organisationId, userId, name, email, role },
    update: { name, email, role, removedAt: null },
    select: { id: true },
  });
  return { userId, memberId: member.id };
}

/** The two rows Better Auth expects of a person who signs in by password. */
async function createAccount(tx: TenantTransaction, joining: Joining): Promise<{ id: string; name: string }> {
  const { name, email } = joining;
  const id = randomUUID();
  const now = new Date();
  await tx.user.create({ data: { id, name, email, updatedAt: now }, select: { id: true } });
  await tx.account.create({
    data: {
      id: randomUUID(),
      accountId: id,
      providerId: "credential",
      userId: id,
      password: await hashPassword(joining.password),
      updatedAt: now,
    },
    select: { id: true },
  });
  return { id, name };
}
