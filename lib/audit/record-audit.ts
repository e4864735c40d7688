import type { Member } from "@/lib/auth/member";
import type { Prisma } from "@/lib/db/generated/client";
import type { TenantTransaction } from "@/lib/db/with-tenant";

/** One change: what was done (`members.role-changed`), to what (`member:12`), and the facts of it, never a secret. */
export type AuditFact = Readonly<{ action: string; subject: string; details?: Prisma.InputJsonObject }>;

/** Writes a change into the audit log, in the transaction that makes the change: both happen or neither. */
export async function recordAudit(tx: TenantTransaction, member: Member, fact: AuditFact): Promise<void> {
  await tx.auditEntry.create({
    data: {
      organisationId: member.organisationId,
      actorType: member.actor,
      actorId: member.actorId,
      actorName: member.name,
      action: fact.action,
      subject: fact.subject,
      details: fact.details ?? {},
    },
    select: { id: true },
  });
}
