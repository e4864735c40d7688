import type { TenantTransaction } from "@/lib/db/with-tenant";
import { loadSettings } from "@/lib/organisations/load-settings";

/** Names another kind where silence of the first counted as a break-up. @returns whether it did */
export async function replaceInBreakUp(
  tx: TenantTransaction,
  organisationId: number,
  { from, into }: Readonly<{ from: string; into: string }>,
): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId} FOR UPDATE`;
  const { breakUp } = await loadSettings(tx, organisationId);
  if (breakUp.type !== "inactivity" || !breakUp.kinds.includes(from)) return false;
  const kinds = [...new Set(breakUp.kinds.map((key) => (key === from ? into : key)))];
  await tx.organisation.update({
    where: { id: organisationId },
    data: { breakUp: { ...breakUp, kinds } },
    select: { id: true },
  });
  return true;
}
