import type { Job, Model } from "@/lib/db/generated/client";
import { modelMetrics, type TrainingReport } from "@/lib/schemas/training-report";

type Figure = TrainingReport["models"]["candidate"]["auc"];

/** A model in a list, as GET /api/v1/models gives it. */
export type ModelSummary = Readonly<{
  id: number;
  state: string;
  /** "rules": points as they are; "learned": weights learned from outcomes. */
  origin: string;
  ruleSetVersion: number;
  /** The version whose weights these are, when only the intercept is new. */
  anchoredFrom: number | null;
  createdAt: string;
  createdBy: string | null;
  trainedAt: string | null;
  shadowSince: string | null;
  promotedAt: string | null;
  promotedBy: string | null;
  /** Why it may not be used, in words; null when it may. */
  refusedBecause: string | null;
  /** How good it is on rows that it was not learned on, in short; null when nothing was learned. */
  figures: Readonly<{
    /** That it was learned from. */
    breakUps: number;
    auc: Figure;
    ece: Figure;
  }> | null;
  job: Readonly<{
    id: string;
    state: string;
    progress: Readonly<{ done: number; total: number; unit: string }>;
  }> | null;
}>;

/**
 * A training whose job was cancelled, or failed for good, has failed, even if nobody was left to write that down.
 * @param job the job that trains or trained it
 */
export function summariseModel(model: Model, job: Job | undefined): ModelSummary {
  const isLost = model.state === "training" && (!job || job.state === "failed" || job.state === "cancelled");
  return {
    id: model.version,
    state: isLost ? "failed" : model.state,
    origin: model.origin,
    ruleSetVersion: model.ruleSetVersion,
    anchoredFrom: model.anchoredFrom,
    createdAt: model.createdAt.toISOString(),
    createdBy: model.createdBy,
    trainedAt: model.trainedAt?.toISOString() ?? null,
    shadowSince: model.shadowSince?.toISOString() ?? null,
    promotedAt: model.promotedAt?.toISOString() ?? null,
    promotedBy: model.promotedBy,
    refusedBecause: isLost ? (job?.error ?? "The job that trained it is gone.") : model.refusedBecause,
    figures: figuresOf(model),
    job: job ? { id: job.id, state: job.state, progress: { done: job.done, total: job.total, unit: job.unit } } : null,
  };
}

function figuresOf({ metrics }: Model): ModelSummary["figures"] {
  const { panel, training } = modelMetrics.parse(metrics);
  if (!panel || !training) return null;
  const { auc, ece } = training.models.candidate;
  return { breakUps: panel.breakUps, auc, ece };
}
