import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/** A job as GET /api/v1/jobs/{id} shows it. */
export type JobView = Readonly<{
  id: string;
  state: string;
  progress: Readonly<{ done: number; total: number; unit: string }>;
  startedAt: string | null;
  finishedAt: string | null;
  error?: string;
}>;

/** @throws AppError not-found, also for a job of another organisation */
export async function readJob(member: Member, id: string): Promise<JobView> {
  const job = await withTenant(member.organisationId, (tx) =>
    tx.job.findUnique({ where: { organisationId_id: { organisationId: member.organisationId, id } } }),
  );
  if (!job) throw new AppError("not-found", "There is no such job.");
  return {
    id: job.id,
    state: job.state,
    progress: { done: job.done, total: job.total, unit: job.unit },
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    ...(job.error === null ? {} : { error: job.error }),
  };
}
