import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { type HeldSelection, MAX_RELEASED } from "@/lib/schemas/held-row";
import { heldSelection } from "./held-selection";

/** Throws rows of the holding pen away, at most 10,000 in one call. */
export async function discardHeldRows(
  member: Member,
  selection: HeldSelection,
): Promise<{ discarded: number; remaining: number }> {
  const { where, values } = heldSelection(member.organisationId, selection);
  return withTenant(member.organisationId, async (tx) => {
    const discarded = await tx.$executeRawUnsafe(
      `DELETE FROM held_row WHERE organisation_id = $1 AND key IN (SELECT key FROM held_row WHERE ${where} ORDER BY key LIMIT ${MAX_RELEASED})`,
      ...values,
    );
    const [left] = await tx.$queryRawUnsafe<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM held_row WHERE ${where}`,
      ...values,
    );
    if (discarded > 0) {
      const { keys, ...named } = selection;
      const details = { discarded, ...named, ...(keys ? { keys: keys.length } : {}) };
      await recordAudit(tx, member, { action: "held-rows.discarded", subject: "held-rows", details });
    }
    return { discarded, remaining: left?.rows ?? 0 };
  });
}
