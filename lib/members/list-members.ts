import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { ROLES, type Role } from "@/lib/auth/roles";
import { withTenant } from "@/lib/db/with-tenant";

export type ListedMember = Readonly<{ id: number; name: string; email: string; role: Role; joinedAt: Date }>;
export type ListedInvitation = Readonly<{ id: string; email: string; role: Role; expiresAt: Date; expired: boolean }>;

const roleSchema = z.enum(ROLES);
const MOST_SHOWN = 1_000;

/** The people of the organisation and the invitations that nobody has taken up, by name. */
export async function listMembers(
  member: Member,
): Promise<Readonly<{ members: readonly ListedMember[]; invitations: readonly ListedInvitation[] }>> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const members = await tx.member.findMany({
      where: { organisationId, removedAt: null },
      select: { id: true, name: true, email: true, role: true, createdAt: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_SHOWN,
    });
    const invitations = await tx.$queryRaw<ListedInvitation[]>`
      SELECT id::text, email, role, expires_at AS "expiresAt", expires_at <= now() AS expired
      FROM invitation
      WHERE organisation_id = ${organisationId} AND accepted_at IS NULL AND revoked_at IS NULL
      ORDER BY created_at DESC LIMIT ${MOST_SHOWN}`;
    return {
      members: members.map(({ createdAt, role, ...rest }) => ({
        ...rest,
        role: roleSchema.parse(role),
        joinedAt: createdAt,
      })),
      invitations: invitations.map((row) => ({ ...row, role: roleSchema.parse(row.role) })),
    };
  });
}
