import type { StoredLearnedModel } from "@/lib/schemas/model-parameters";
import { forEachCase } from "@/lib/scores/for-each-case";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { knownTouchpoints } from "@/lib/scoring/learning/known-touchpoints";
import { customerLabeller } from "@/lib/scoring/learning/label-customer";
import { NumberBuffer } from "@/lib/scoring/learning/number-buffer";
import { countSeasonalRate } from "@/lib/scoring/learning/seasonal-rate";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { anchorBasis } from "./anchor-basis";
import { isAnchorFresh } from "./is-anchor-fresh";
import { panelSetupOf } from "./panel-setup-of";
import { replaceActiveModel } from "./replace-active-model";

/**
 * Anchors a learned model to the season: the mean probability of today's customers is the break-up rate of those of a year
 * ago. Its weights stay what they are. Under a fixed clock no season passes, and the anchor of the training holds.
 * @returns whether there is a new version
 */
export async function anchorLearned(setup: ScoringSetup, model: StoredLearnedModel, asOfMs: number): Promise<boolean> {
  const { settings } = setup;
  const basis = anchorBasis(setup);
  if (settings.clockMs !== null || isAnchorFresh(model.anchor, basis, asOfMs)) return false;
  const panelSetup = panelSetupOf(setup, asOfMs);
  const label = customerLabeller(panelSetup);
  const season = countSeasonalRate(panelSetup, asOfMs);
  const today = panelSetup.days.dayOf(asOfMs);
  const logOdds = new NumberBuffer();
  await forEachCase({ organisationId: settings.id, isClockFixed: false, asOfMs: [asOfMs] }, (customer) => {
    season.visit(customer);
    if (label(customer, today) === null) return undefined;
    const [scored = 0] = setup.scorer.logOddsAt(knownTouchpoints(customer, asOfMs), customer.facts, [asOfMs]);
    logOdds.push(scored - model.learned.shift);
    return undefined;
  });
  const rate = season.finish();
  if (!rate) return false;
  const shift = anchorIntercept(
    logOdds.inOrder(Uint32Array.from({ length: logOdds.length }, (_, at) => at)),
    rate.rate,
  );
  const { customers, breakUps } = rate;
  const anchor = {
    asOf: new Date(asOfMs).toISOString(),
    horizonDays: settings.horizonDays,
    customers,
    breakUps,
    baseRate: rate.rate,
    basis,
  };
  return replaceActiveModel(setup, { ...model, learned: { ...model.learned, shift }, anchor });
}
