import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import type { ImportSummary } from "./import-view";
import { summariseImport } from "./summarise-import";

/** A page of imports, the newest first. `cursor` is the id of the last one of the page before. */
export async function listImports(
  member: Member,
  { limit, cursor }: Readonly<{ limit: number; cursor?: number | undefined }>,
): Promise<{ items: ImportSummary[]; nextCursor: number | null }> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const rows = await tx.import.findMany({
      where: { organisationId, ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const jobs = await tx.job.findMany({
      where: { organisationId, id: { in: page.flatMap((row) => row.jobId ?? []) } },
      select: { id: true, state: true, done: true, total: true, unit: true },
    });
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
    const jobOf = new Map(jobs.map((job) => [job.id, job]));
    const now = clock?.now ?? new Date(0);
    const items = page.map((row) => summariseImport(row, row.jobId === null ? undefined : jobOf.get(row.jobId), now));
    return { items, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}
