import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { panelSetupOf } from "@/lib/models/panel-setup-of";
import { readFirstMoment } from "@/lib/models/read-first-moment";
import { organisationNow } from "@/lib/organisations/organisation-now";
import type { RuleTrial } from "@/lib/schemas/rule-trial";
import { forEachCase } from "@/lib/scores/for-each-case";
import { loadScoringSetup } from "@/lib/scores/scoring-setup";
import { customerLabeller } from "@/lib/scoring/learning/label-customer";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { BacktestCollector } from "./backtest-collector";
import { backtestDates } from "./backtest-dates";
import { chooseRules, scorerAsStated } from "./choose-rules";
import { type MeasuredBacktest, measureBacktest } from "./measure-backtest";
import { type BreakUpCalls, nameBreakUps } from "./name-break-ups";

/** Of more customers than this, every second, third, … is looked at, and the answer says so. */
const MOST_CUSTOMERS = 20_000;

/** What rules would have said of past break-ups, beside those in force. */
export type RuleBacktest = MeasuredBacktest &
  BreakUpCalls &
  Readonly<{
    /** When customers are looked at: each date's horizon is over. */
    asOf: readonly string[];
    horizonDays: number;
    /** The lowest probability at which a customer counts as called: that of the band “at risk”. */
    calledFrom: number;
    rows: number;
    customers: Readonly<{ total: number; looked: number }>;
    breakUps: number;
    baseRate: number;
    ruleSetVersion: number;
    seconds: number;
  }>;

/**
 * Looks at customers as they were known at past dates, one horizon apart, under the rules to try and under those in force,
 * both with their points as they are and anchored to the base rate of these rows. Writes nothing. A learned model is not
 * part of it: it is held against outcomes where models are.
 * @throws AppError conflict without rules to try, or while no horizon is over; unprocessable with every fault
 */
export async function backtestRules({ organisationId }: Member, trial: RuleTrial): Promise<RuleBacktest> {
  const startedMs = performance.now();
  const { setup, scorer, nowMs, firstMs, total } = await withTenant(organisationId, async (tx) => {
    const setup = await loadScoringSetup(tx, organisationId);
    const { scorer } = await chooseRules(tx, setup, trial);
    const nowMs = await organisationNow(tx, setup.settings);
    const firstMs = await readFirstMoment(tx, organisationId);
    return { setup, scorer, nowMs, firstMs, total: await tx.customer.count({ where: { organisationId } }) };
  });
  const { settings } = setup;
  const asOfMs = backtestDates(settings, nowMs, firstMs);
  if (asOfMs.length === 0) {
    throw new AppError("conflict", "There is too little history: no horizon with history before it is over yet.");
  }
  const panelSetup = panelSetupOf(setup, nowMs);
  const current = scorerAsStated(setup, setup, settings.horizonDays);
  const collector = new BacktestCollector({
    ...{ asOfMs, days: panelSetup.days, label: customerLabeller(panelSetup), candidate: scorer, current },
    every: Math.max(1, Math.ceil(total / MOST_CUSTOMERS)),
  });
  await forEachCase({ organisationId, isClockFixed: settings.clockMs !== null, asOfMs }, (customer) => {
    collector.visit(customer);
    return undefined;
  });
  const rows = collector.finish();
  if (rows.outcomes.length === 0) throw new AppError("conflict", "There were no current customers at any past date.");
  const breakUps = rows.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const baseRate = breakUps / rows.outcomes.length;
  const anchored = (logits: Float64Array) => {
    const intercept = anchorIntercept(logits, baseRate);
    return logits.map((logit) => sigmoid(logit + intercept));
  };
  const probabilities = { candidate: anchored(rows.candidate), current: anchored(rows.current) };
  const calledFrom = settings.bandFloors["at-risk"];
  const predicted = { ...rows, ...probabilities, customers: rows.externalIds.length };
  return {
    asOf: asOfMs.map((instantMs) => new Date(instantMs).toISOString()),
    ...{ horizonDays: settings.horizonDays, calledFrom, rows: rows.outcomes.length, breakUps, baseRate },
    customers: { total, looked: rows.looked },
    ruleSetVersion: setup.ruleSetVersion,
    ...measureBacktest(predicted, calledFrom),
    ...(await nameBreakUps(
      organisationId,
      { ...predicted, externalIds: rows.externalIds, asOfMs: rows.asOfMs },
      calledFrom,
    )),
    seconds: (performance.now() - startedMs) / 1000,
  };
}
