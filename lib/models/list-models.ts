import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { describeLearning, type LearningState } from "./describe-learning";
import { type ModelSummary, summariseModel } from "./summarise-model";

/** A page of models, the newest first, and what the organisation's scores rest on. */
export async function listModels(
  member: Member,
  { limit, cursor }: Readonly<{ limit: number; cursor?: number | undefined }>,
): Promise<Readonly<{ learning: LearningState; items: readonly ModelSummary[]; nextCursor: number | null }>> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const rows = await tx.model.findMany({
      where: { organisationId, ...(cursor === undefined ? {} : { version: { lt: cursor } }) },
      orderBy: { version: "desc" },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const jobs = await tx.job.findMany({
      where: { organisationId, id: { in: page.flatMap((row) => row.jobId ?? []) } },
    });
    const jobOf = new Map(jobs.map((job) => [job.id, job]));
    return {
      learning: await describeLearning(tx, organisationId),
      items: page.map((row) => summariseModel(row, jobOf.get(row.jobId ?? ""))),
      nextCursor: rows.length > limit ? (page.at(-1)?.version ?? null) : null,
    };
  });
}
