import { z } from "zod";
import { getPrisma } from "@/lib/db/prisma";
import { makeMember } from "./make-member";
import type { Member } from "./member";
import { MANAGER_SCOPES, ROLES } from "./roles";

const roleSchema = z.enum(ROLES);
const managerScopeSchema = z.enum(MANAGER_SCOPES);

/**
 * The member a signed-in person is: of the preferred organisation if she belongs to it, else of the first she joined.
 * Row-level security shows her own memberships only (app.user), and then the one organisation.
 */
export async function findMemberOfUser(userId: string, preferred: number | null = null): Promise<Member | undefined> {
  return getPrisma().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.user', ${userId}, true)`;
      const rows = await tx.member.findMany({
        where: { userId, removedAt: null },
        select: { organisationId: true, id: true, name: true, role: true },
        orderBy: [{ createdAt: "asc" }, { organisationId: "asc" }],
        take: 100,
      });
      const row = rows.find((one) => one.organisationId === preferred) ?? rows[0];
      if (!row) return undefined;
      await tx.$executeRaw`SELECT set_config('app.org', ${String(row.organisationId)}, true)`;
      const { managerScope } = await tx.organisation.findUniqueOrThrow({
        where: { id: row.organisationId },
        select: { managerScope: true },
      });
      return makeMember({
        organisationId: row.organisationId,
        id: row.id,
        actor: "member",
        actorId: String(row.id),
        name: row.name,
        role: roleSchema.parse(row.role),
        managerScope: managerScopeSchema.parse(managerScope),
        scopes: [],
      });
    },
    { maxWait: 15_000 },
  );
}
