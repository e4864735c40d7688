import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { RecomputeRequest } from "@/lib/schemas/recompute-request";

/** Queues a full re-score. @returns the job's id */
export async function requestRecompute(member: Member, request: RecomputeRequest): Promise<string> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    await recordAudit(tx, member, { action: "scores.recompute", subject: "scores", details: request });
    const payload = request.asOf === undefined ? {} : { asOf: request.asOf };
    return enqueueJob(tx, { organisationId, task: "score-all", payload });
  });
}
