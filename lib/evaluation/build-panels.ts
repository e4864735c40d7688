import type { EvaluationData } from "@/lib/evaluation/evaluation-data";
import { buildPanel } from "@/lib/scoring/learning/build-panel";
import type { Panel } from "@/lib/scoring/learning/panel";
import { countSeasonalRate, type SeasonalRate } from "@/lib/scoring/learning/seasonal-rate";
import { surveyCustomers } from "@/lib/scoring/learning/survey-customers";

export interface EvaluationPanels {
  readonly training: Panel;
  readonly test: Panel | null;
  readonly season: SeasonalRate | null;
}

/** Two passes over the customers, as over those of a database: training knows nothing from after the test instant. */
export function buildPanels({ customers, setup, trainAsOfMs, testAsOfMs, isTest }: EvaluationData): EvaluationPanels {
  const isLater = testAsOfMs !== null && !isTest;
  const known = isLater ? { ...setup, knownUntilMs: testAsOfMs } : setup;
  const trainers = isTest ? customers.filter(({ externalId }) => !isTest(externalId)) : customers;
  const tested = isTest ? customers.filter(({ externalId }) => isTest(externalId)) : customers;
  const survey = surveyCustomers(known, trainAsOfMs);
  for (const customer of trainers) survey.visit(customer);
  const plan = survey.plan();
  const training = buildPanel(known, plan, trainAsOfMs);
  const test = testAsOfMs === null ? null : buildPanel(setup, plan, [testAsOfMs]);
  const season = isLater ? countSeasonalRate(known, testAsOfMs) : null;
  for (const customer of trainers) {
    training.visit(customer);
    season?.visit(customer);
  }
  for (const customer of tested) test?.visit(customer);
  return { training: training.finish(), test: test?.finish() ?? null, season: season?.finish() ?? null };
}
