import { recordAudit } from "@/lib/audit/record-audit";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import type { StoredModel } from "@/lib/schemas/model-parameters";
import type { StoredTraining } from "@/lib/schemas/stored-training";
import type { ModelMetrics } from "@/lib/schemas/training-report";

export type TrainingResult = Readonly<{
  /** What was done: the day to test on may be another than was asked for. */
  training: StoredTraining;
  /** null: nothing could be learned. */
  parameters: StoredModel | null;
  metrics: ModelMetrics;
  refusedBecause: string | null;
}>;

/** Stores what a training came to: a candidate, or a model that may not be used and why. Never changes the active one. */
export async function finishTraining(
  organisationId: number,
  version: number,
  { training, parameters, metrics, refusedBecause }: TrainingResult,
): Promise<void> {
  await withTenant(organisationId, async (tx) => {
    const state = refusedBecause === null ? "candidate" : "refused";
    const { count } = await tx.model.updateMany({
      where: { organisationId, version, state: "training" },
      data: {
        state,
        request: training,
        parameters: parameters ?? {},
        metrics,
        refusedBecause,
        trainedAt: new Date(),
      },
    });
    if (count === 0) return;
    await recordAudit(tx, systemMember(organisationId), {
      action: "models.trained",
      subject: `model:${version}`,
      details: { state, refusedBecause },
    });
  });
}
