import { AppError } from "@/lib/errors";
import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import type { StoredTraining } from "@/lib/schemas/stored-training";
import { forEachCase } from "@/lib/scores/for-each-case";
import { buildPanel } from "@/lib/scoring/learning/build-panel";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import type { Panel } from "@/lib/scoring/learning/panel";
import type { PanelPlan } from "@/lib/scoring/learning/panel-plan";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import { countSeasonalRate, type SeasonalRate } from "@/lib/scoring/learning/seasonal-rate";
import { surveyCustomers } from "@/lib/scoring/learning/survey-customers";

export type PanelQuestion = Readonly<{
  settings: OrganisationSettings;
  setup: PanelSetup;
  training: StoredTraining;
  onCustomer: () => void;
  signal: AbortSignal;
}>;

/** Rows to learn from, rows to test on or to anchor to, and what happened in the same season a year before. */
export type GatheredPanels = Readonly<{
  training: Panel;
  test: Panel;
  season: SeasonalRate | null;
}>;

/**
 * Reads all customers twice, streamed: once to see what there is to learn from, once for the rows. Memory: the rows.
 * @throws AppError unprocessable for signals by a name that the data do not offer
 */
export async function gatherPanels(question: PanelQuestion): Promise<GatheredPanels> {
  const { setup, training } = question;
  const asOfMs = training.asOf.map((text) => Date.parse(text));
  const anchorMs = Date.parse(training.anchorAsOf);
  // Learning knows nothing from after the instant that the model is for, as in `npm run evaluate`.
  const known = { ...setup, knownUntilMs: Math.min(setup.knownUntilMs, anchorMs) };
  const survey = surveyCustomers(known, asOfMs);
  await visitAll(question, asOfMs, survey.visit);
  const plan = chosenColumns(survey.plan(), training.signals);

  const season = countSeasonalRate(known, anchorMs);
  const rows = buildPanel(known, plan, asOfMs);
  const test = buildPanel(setup, plan, [anchorMs]);
  await visitAll(question, [...asOfMs, anchorMs], (customer) => {
    rows.visit(customer);
    test.visit(customer);
    season.visit(customer);
  });
  return { training: rows.finish(), test: test.finish(), season: season.finish() };
}

async function visitAll(question: PanelQuestion, asOfMs: readonly number[], visit: (customer: CustomerCase) => void) {
  const { settings, signal, onCustomer } = question;
  const source = { organisationId: settings.id, isClockFixed: settings.clockMs !== null, asOfMs, signal };
  await forEachCase(source, (customer) => {
    visit(customer);
    onCustomer();
    return undefined;
  });
}

function chosenColumns(plan: PanelPlan, wanted: StoredTraining["signals"]): PanelPlan {
  if (wanted === "all") return plan;
  const names = new Set([...plan.signals, ...plan.categories].map(({ name }) => name));
  const unknown = wanted.filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new AppError(
      "unprocessable",
      `The data offer no signal called ${unknown.map((name) => `“${name}”`).join(", ")}. There are: ${[...names].join(", ")}.`,
    );
  }
  const isWanted = ({ name }: { name: string }) => wanted.includes(name);
  return { ...plan, signals: plan.signals.filter(isWanted), categories: plan.categories.filter(isWanted) };
}
