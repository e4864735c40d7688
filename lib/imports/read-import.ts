import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { dryRunFindings } from "@/lib/schemas/import-findings";
import { findSameFile } from "./find-same-file";
import { findSavedMapping } from "./find-saved-mapping";
import type { ImportView } from "./import-view";
import { loadImport } from "./load-import";
import { summariseImport } from "./summarise-import";

const SHOWN_REJECTS = 50;
const UNDOABLE = ["succeeded", "failed", "cancelled"];

const reject = z.object({
  row: z.int(),
  line: z.int(),
  column: z.string(),
  code: z.string(),
  message: z.string(),
  fields: z.array(z.string()),
});

const count = z.int();
const dryRunResult = dryRunFindings.extend({
  rows: count,
  created: count,
  updated: count,
  unchanged: count,
  duplicates: count,
  conflicts: count,
  rejected: count,
  held: count.default(0),
  examples: z.array(reject),
});

/** @throws AppError not-found, also for an import of another organisation */
export async function readImport(member: Member, importId: number): Promise<ImportView> {
  const { organisationId } = member;
  const loaded = await loadImport(organisationId, importId);
  const { row, detected, plan } = loaded;
  return withTenant(organisationId, async (tx) => {
    const job =
      row.jobId && (await tx.job.findUnique({ where: { organisationId_id: { organisationId, id: row.jobId } } }));
    const knownFrom = await findSameFile(tx, row);
    const rejects = await tx.importReject.findMany({
      where: { organisationId, importId },
      orderBy: { row: "asc" },
      take: SHOWN_REJECTS,
      select: { row: true, line: true, column: true, code: true, message: true, fields: true },
    });
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
    const summary = summariseImport(row, job || undefined, clock?.now ?? new Date(0));
    return {
      ...summary,
      detected,
      options: plan?.options ?? null,
      savedMapping: await findSavedMapping(tx, loaded),
      reading: plan?.reading ?? null,
      dryRun: row.dryRun === null ? null : dryRunResult.parse(row.dryRun),
      sameFileImportedAt: knownFrom?.finishedAt ?? null,
      knownFrom,
      canBeUndone:
        row.mergedRows > 0 && (summary.isInterrupted ? row.state === "running" : UNDOABLE.includes(row.state)),
      rejects,
    };
  });
}
