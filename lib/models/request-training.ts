import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { loadSettings } from "@/lib/organisations/load-settings";
import { organisationNow } from "@/lib/organisations/organisation-now";
import type { StoredTraining } from "@/lib/schemas/stored-training";
import type { TrainRequest } from "@/lib/schemas/train-request";
import { nextVersion } from "./next-version";
import { planTraining } from "./plan-training";
import { readFirstMoment } from "./read-first-moment";

/**
 * Makes a model in the state `training` and queues the job that trains it. Only one is trained at a time: the second asks
 * the same data for the same answer.
 * @returns the job to follow and the version of the model
 * @throws AppError unprocessable for dates that cannot be used; conflict while another model is in training
 */
export async function requestTraining(
  member: Member,
  request: TrainRequest,
): Promise<Readonly<{ jobId: string; modelId: number }>> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const version = await nextVersion(tx, organisationId);
    const [busy] = await tx.$queryRaw<{ version: number }[]>`
      SELECT m.version FROM model m JOIN job j ON j.organisation_id = m.organisation_id AND j.id = m.job_id
      WHERE m.organisation_id = ${organisationId} AND m.state = 'training' AND j.state IN ('queued', 'running')`;
    if (busy) throw new AppError("conflict", `Model ${busy.version} is being trained. Wait for it, or cancel its job.`);
    const active = await tx.model.findFirst({ where: { organisationId, state: "active" } });
    if (!active) throw new AppError("not-found", "This organisation has no active model.");
    const settings = await loadSettings(tx, organisationId);
    const nowMs = await organisationNow(tx, settings);
    const isDated = request.asOf !== undefined;
    const firstMs = isDated ? null : await readFirstMoment(tx, organisationId);
    const dates = planTraining({ request, settings, nowMs, firstMs });
    const training: StoredTraining = {
      asOf: dates.asOfMs.map(toIso),
      testAsOf: dates.testAsOfMs === null ? null : toIso(dates.testAsOfMs),
      isTestChosen: !isDated && request.testAsOf === undefined,
      testPassedOver: [],
      anchorAsOf: toIso(dates.anchorAsOfMs),
      knownUntil: toIso(nowMs),
      horizonDays: dates.horizonDays,
      signals: request.signals,
      trust: request.trust ?? null,
    };
    const jobId = await enqueueJob(tx, { organisationId, task: "train-model", payload: { version } });
    await tx.model.create({
      data: {
        organisationId,
        version,
        state: "training",
        origin: "learned",
        ruleSetVersion: active.ruleSetVersion,
        parameters: {},
        request: training,
        jobId,
        createdBy: member.name,
      },
      select: { version: true },
    });
    await recordAudit(tx, member, { action: "models.training-asked", subject: `model:${version}`, details: training });
    return { jobId, modelId: version };
  });
}

function toIso(instantMs: number): string {
  return new Date(instantMs).toISOString();
}
