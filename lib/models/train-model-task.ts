import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import type { RunningJob } from "@/lib/jobs/task-payloads";
import { learnedParameters } from "@/lib/schemas/learned-parameters";
import type { StoredLearnedModel } from "@/lib/schemas/model-parameters";
import { type StoredTraining, storedTraining } from "@/lib/schemas/stored-training";
import type { ModelMetrics } from "@/lib/schemas/training-report";
import { anchorBasis } from "./anchor-basis";
import { describePanel } from "./describe-panel";
import { describeTraining } from "./describe-training";
import { finishTraining } from "./finish-training";
import { type GatheredPanels, gatherPanels } from "./gather-panels";
import { learnApart } from "./learn-apart";
import { type LoadedPanelSetup, loadPanelSetup } from "./load-panel-setup";
import { moveTest } from "./move-test";

/** Customers are read twice: to see what there is, and for the rows. */
const PASSES = 2;

/**
 * Trains a model that was asked for: reads the rows, learns in a process of its own, and stores a candidate, or why there
 * is none. Writes nothing before its end: a killed one is simply done again, and a cancelled one leaves nothing.
 */
export async function trainModelTask(job: RunningJob<"train-model">): Promise<void> {
  const { organisationId, signal } = job;
  const { version } = job.payload;
  const model = await withTenant(organisationId, (tx) =>
    tx.model.findUnique({ where: { organisationId_version: { organisationId, version } } }),
  );
  if (model?.state !== "training") return;
  const asked = storedTraining.parse(model.request);
  try {
    const { ruleSetVersion } = model;
    const loaded = await loadPanelSetup({
      organisationId,
      ruleSetVersion,
      horizonDays: asked.horizonDays,
      knownUntilMs: Date.parse(asked.knownUntil),
    });
    const { training, panels } = await readWithEnoughToTestOn(job, loaded, asked);
    const { training: rows, test, season } = panels;
    const report = stepReporter(job);
    const options = training.trust === null ? {} : { trust: training.trust };
    const input = { training: rows, test, seasonalRate: season?.rate ?? null };
    const trained = await learnApart({ input, options }, report, signal);
    const metrics: ModelMetrics = { panel: describePanel(rows) };
    if (trained.parameters) metrics.training = describeTraining(trained, season);
    const parameters =
      trained.parameters &&
      toStoredModel(learnedParameters.parse(trained.parameters), { loaded, training, ruleSetVersion, panels });
    await finishTraining(organisationId, version, { training, parameters, metrics, refusedBecause: trained.refused });
  } catch (error) {
    if (error instanceof AppError && !signal.aborted) await failTraining(organisationId, version, error.message);
    throw error;
  }
}

/** Reads the rows; once more, with another day to test on, where too little happened after the one that was chosen. */
async function readWithEnoughToTestOn(job: RunningJob<"train-model">, loaded: LoadedPanelSetup, asked: StoredTraining) {
  const panels = await readPanels(job, loaded, asked);
  const { dates } = describePanel(panels.training);
  const moved = moveTest(asked, { dates, test: describePanel(panels.test).breakUps });
  return moved ? { training: moved, panels: await readPanels(job, loaded, moved) } : { training: asked, panels };
}

async function readPanels(
  { organisationId, report, signal }: RunningJob<"train-model">,
  { settings, setup }: LoadedPanelSetup,
  training: StoredTraining,
): Promise<GatheredPanels> {
  const customers = await withTenant(organisationId, (tx) => tx.customer.count({ where: { organisationId } }));
  let done = 0;
  return gatherPanels({
    settings,
    setup,
    training,
    signal,
    onCustomer: () => {
      done += 1;
      report({ done, total: PASSES * customers, unit: "customers" });
    },
  });
}

/** Learning tells its steps as sentences; how many there will be shows only at the end. */
function stepReporter({ report }: RunningJob<"train-model">): (text: string) => void {
  let done = 0;
  return () => {
    done += 1;
    report({ done, total: 0, unit: "steps" });
  };
}

type TrainedFrom = Readonly<{
  loaded: LoadedPanelSetup;
  training: StoredTraining;
  ruleSetVersion: number;
  panels: GatheredPanels;
}>;

function toStoredModel(
  learned: StoredLearnedModel["learned"],
  { loaded: { settings }, training, ruleSetVersion, panels: { season } }: TrainedFrom,
): StoredLearnedModel {
  const { horizonDays } = training;
  return {
    kind: "learned",
    learned,
    trainedFor: {
      horizonDays,
      breakUp: settings.breakUp,
      populationActiveWithinDays: settings.populationActiveWithinDays,
      timeZone: settings.timeZone,
      lastAsOf: training.asOf.at(-1) ?? training.anchorAsOf,
    },
    anchor: season && {
      asOf: training.anchorAsOf,
      horizonDays,
      customers: season.customers,
      breakUps: season.breakUps,
      baseRate: season.rate,
      basis: anchorBasis({ settings: { ...settings, horizonDays }, ruleSetVersion }),
    },
  };
}

async function failTraining(organisationId: number, version: number, because: string): Promise<void> {
  await withTenant(organisationId, (tx) =>
    tx.model.updateMany({
      where: { organisationId, version, state: "training" },
      data: { state: "failed", refusedBecause: because },
    }),
  );
}
