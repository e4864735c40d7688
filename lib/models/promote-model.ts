import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import type { Model } from "@/lib/db/generated/client";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { loadSettings } from "@/lib/organisations/load-settings";
import { modelParameters } from "@/lib/schemas/model-parameters";
import { findModel } from "./find-model";
import { PROMOTABLE } from "./model-states";
import { nextVersion } from "./next-version";

/** What a promotion did, and the job that scores everyone by the model now. */
export type Promotion = Readonly<{ version: number; superseded: number | null; jobId: string }>;

/**
 * Makes a model the active one; the one before is superseded, and everyone is scored anew. A superseded model that is
 * promoted again brings its rule set back with it: that is how a promotion is undone.
 * @throws AppError not-found; conflict, in words, for a model that may not be used
 */
export async function promoteModel(member: Member, version: number): Promise<Promotion> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    await nextVersion(tx, organisationId);
    const model = await findModel(tx, organisationId, version);
    refuseUnlessPromotable(model);
    const before = await tx.model.findFirst({ where: { organisationId, state: "active" } });
    if (model.state !== "superseded") refuseOutdatedRules(model, before);
    await refuseOtherHorizon(tx, model);
    await tx.model.updateMany({ where: { organisationId, state: "active" }, data: { state: "superseded" } });
    await tx.model.update({
      where: { organisationId_version: { organisationId, version } },
      data: { state: "active", shadowSince: null, promotedAt: new Date(), promotedBy: member.name },
      select: { version: true },
    });
    const superseded = before?.version ?? null;
    await recordAudit(tx, member, {
      action: "models.promoted",
      subject: `model:${version}`,
      details: { from: model.state, superseded },
    });
    const jobId = await enqueueJob(tx, { organisationId, task: "score-all", payload: {} });
    return { version, superseded, jobId };
  });
}

function refuseUnlessPromotable({ version, state, refusedBecause }: Model): void {
  if (PROMOTABLE.has(state)) return;
  if (state === "active") throw new AppError("conflict", `Model ${version} is the active one already.`);
  if (state === "training") throw new AppError("conflict", `Model ${version} is still being trained.`);
  throw new AppError("conflict", `Model ${version} cannot be promoted. ${refusedBecause ?? "It was never finished."}`);
}

function refuseOutdatedRules(model: Model, active: Model | null): void {
  if (!active || active.ruleSetVersion === model.ruleSetVersion) return;
  throw new AppError(
    "conflict",
    `Model ${model.version} was trained with version ${model.ruleSetVersion} of the rules, and version ` +
      `${active.ruleSetVersion} is in use. Train a new one.`,
  );
}

async function refuseOtherHorizon(tx: TenantTransaction, { organisationId, version, parameters }: Model) {
  const stored = modelParameters.parse(parameters);
  if (stored.kind !== "learned") return;
  const settings = await loadSettings(tx, organisationId);
  if (settings.horizonDays === stored.trainedFor.horizonDays) return;
  throw new AppError(
    "conflict",
    `Model ${version} predicts ${stored.trainedFor.horizonDays} days, and the organisation's horizon is ` +
      `${settings.horizonDays} days. Train a new one, or change the horizon.`,
  );
}
