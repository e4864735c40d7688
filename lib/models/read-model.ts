import type { Member } from "@/lib/auth/member";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import type { Model } from "@/lib/db/generated/client";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import { modelParameters, type StoredModel } from "@/lib/schemas/model-parameters";
import { ruleDefinition } from "@/lib/schemas/rule-set";
import { type StoredTraining, storedTraining } from "@/lib/schemas/stored-training";
import { modelMetrics, type PanelReport, type TrainingReport } from "@/lib/schemas/training-report";
import { toScoringKind } from "@/lib/scores/to-scoring-kind";
import { compareShadow, type ShadowComparison } from "./compare-shadow";
import { describeLearning, type LearningState } from "./describe-learning";
import { findModel } from "./find-model";
import { type Drift, readDrift } from "./read-drift";
import { makeScorecard, type Scorecard } from "./scorecard";
import { type ModelSummary, summariseModel } from "./summarise-model";

/** Everything a page, or GET /api/v1/models/{id}, shows of a model. */
export type ModelView = ModelSummary &
  Readonly<{
    learning: LearningState;
    /** What was asked for, with every date decided; null for a model of rules alone. */
    request: StoredTraining | null;
    /** What there was to learn from, kinds that were left out among it; null before training. */
    panel: PanelReport | null;
    /** Figures on rows that it was not learned on, with intervals, calibration and lift; null when nothing was learned. */
    training: TrainingReport | null;
    /** The base rate, or the season, that the intercept is anchored to. */
    anchor: StoredModel["anchor"];
    scorecard: Scorecard | null;
    drift: Drift;
    /** Beside the active model, while it runs in shadow; names only for who may see every customer. */
    shadow: ShadowComparison | null;
    /** Settings that were others when it was trained: it predicts something else than is asked now. */
    changedSince: readonly ("horizonDays" | "breakUp" | "population" | "timeZone")[];
  }>;

/** @throws AppError not-found, also for a model of another organisation */
export async function readModel(member: Member, version: number): Promise<ModelView> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const model = await findModel(tx, organisationId, version);
    const settings = await loadSettings(tx, organisationId);
    const job = model.jobId
      ? await tx.job.findUnique({ where: { organisationId_id: { organisationId, id: model.jobId } } })
      : null;
    const metrics = modelMetrics.parse(model.metrics);
    const stored = isStored(model) ? modelParameters.parse(model.parameters) : null;
    const lastAsOfMs = stored?.kind === "learned" ? Date.parse(stored.trainedFor.lastAsOf) : null;
    const comparison = model.state === "shadow" ? await compareShadow(tx, settings, version) : null;
    return {
      ...summariseModel(model, job ?? undefined),
      learning: await describeLearning(tx, organisationId),
      request: model.request === null ? null : storedTraining.parse(model.request),
      panel: metrics.panel ?? null,
      training: metrics.training ?? null,
      anchor: stored?.anchor ?? null,
      scorecard: stored && (await scorecardOf(tx, model, stored, metrics.panel)),
      drift: await readDrift(tx, { organisationId, version, lastAsOfMs }),
      shadow: comparison && seesOnlyOwnBook(member) ? { ...comparison, changes: [] } : comparison,
      changedSince: stored ? changesSince(stored, settings) : [],
    };
  });
}

/** A model that is in training, or that nothing could be learned for, has no parameters. */
function isStored({ parameters }: Model): boolean {
  return typeof parameters === "object" && parameters !== null && "kind" in parameters;
}

async function scorecardOf(
  tx: TenantTransaction,
  { organisationId, ruleSetVersion }: Model,
  model: StoredModel,
  panel: PanelReport | undefined,
): Promise<Scorecard> {
  const rules = await tx.rule.findMany({ where: { organisationId, ruleSetVersion }, orderBy: { position: "asc" } });
  const kinds = await tx.kind.findMany({ where: { organisationId } });
  return makeScorecard({
    model,
    rules: rules.map((rule) => ruleDefinition.parse(rule.definition)),
    kinds: kinds.map(toScoringKind),
    panel,
  });
}

function changesSince(model: StoredModel, settings: OrganisationSettings): ModelView["changedSince"] {
  if (model.kind !== "learned") return [];
  const { trainedFor } = model;
  const isSame = {
    horizonDays: trainedFor.horizonDays === settings.horizonDays,
    breakUp: JSON.stringify(trainedFor.breakUp) === JSON.stringify(settings.breakUp),
    population: trainedFor.populationActiveWithinDays === settings.populationActiveWithinDays,
    timeZone: trainedFor.timeZone === settings.timeZone,
  };
  return (Object.keys(isSame) as (keyof typeof isSame)[]).filter((part) => !isSame[part]);
}
