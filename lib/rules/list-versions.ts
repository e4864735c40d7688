import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { findActiveVersion } from "./find-active-version";

/** A published version in the list of all. */
export type ListedVersion = Readonly<{
  version: number;
  note: string;
  publishedAt: Date | null;
  publishedBy: string | null;
  rules: number;
  inForce: boolean;
}>;

const MOST_VERSIONS = 100;

/** The published versions, newest first, at most 100. */
export async function listVersions({ organisationId }: Member): Promise<readonly ListedVersion[]> {
  return withTenant(organisationId, async (tx) => {
    const active = await findActiveVersion(tx, organisationId);
    const rows = await tx.ruleSet.findMany({
      where: { organisationId, state: "published" },
      orderBy: { version: "desc" },
      take: MOST_VERSIONS,
      select: { version: true, note: true, publishedAt: true, publishedBy: true, _count: { select: { rules: true } } },
    });
    return rows.map(({ _count, ...row }) => ({ ...row, rules: _count.rules, inForce: row.version === active }));
  });
}
