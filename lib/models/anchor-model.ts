import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { forEachCustomer } from "@/lib/scores/for-each-customer";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { anchorBasis } from "./anchor-basis";
import { anchorLearned } from "./anchor-learned";
import { AnchorRows, HORIZONS, MIN_BREAK_UPS } from "./anchor-rows";
import { isAnchorFresh } from "./is-anchor-fresh";
import { replaceActiveModel } from "./replace-active-model";

const DAY_MS = 86_400_000;

/**
 * Anchors the intercept to the base rate: over the last four horizons, the mean probability of current customers at the
 * start of each is the share of them that broke up within it. The rules' points stay as they are, and so do learned
 * weights, which are anchored to the season instead. Writes a new version of the model, marked as the same with another
 * intercept; the one before is superseded. Does nothing while the anchor is fresh or break-ups are too few.
 * @returns whether there is a new version
 */
export async function anchorModel(setup: ScoringSetup, asOfMs: number): Promise<boolean> {
  const { model } = setup;
  if (model.kind === "learned") return anchorLearned(setup, model, asOfMs);
  const basis = anchorBasis(setup);
  if (isAnchorFresh(model.anchor, basis, asOfMs) || (await knowsTooFewBreakUps(setup, asOfMs))) return false;
  const found = (await collectRows(setup, model.intercept, asOfMs)).anchor();
  if (!found) return false;
  const { intercept, customers, breakUps, baseRate } = found;
  const { horizonDays } = setup.settings;
  const anchor = { asOf: new Date(asOfMs).toISOString(), horizonDays, customers, breakUps, baseRate, basis };
  return replaceActiveModel(setup, { ...model, intercept, anchor });
}

/**
 * Whether the recorded outcomes alone say that break-ups are too few. Without this look, every run of an organisation
 * that records none would pass over all touchpoints twice.
 */
async function knowsTooFewBreakUps({ settings }: ScoringSetup, asOfMs: number): Promise<boolean> {
  if (settings.breakUp.type !== "recorded") return false;
  const from = new Date(asOfMs - HORIZONS * settings.horizonDays * DAY_MS);
  const breakUps = await withTenant(settings.id, (tx) =>
    tx.outcome.count({
      where: { organisationId: settings.id, type: "break-up", occurredOn: { gte: from, lte: new Date(asOfMs) } },
    }),
  );
  return breakUps < MIN_BREAK_UPS;
}

async function collectRows(setup: ScoringSetup, intercept: number, asOfMs: number): Promise<AnchorRows> {
  const organisationId = setup.settings.id;
  const rows = new AnchorRows(setup, asOfMs);
  await withTenantClient(organisationId, (touchpointClient) =>
    withTenantClient(organisationId, (customerClient) =>
      forEachCustomer({ organisationId, touchpointClient, customerClient }, (customer) => {
        const logOdds = setup.scorer.logOddsAt(customer.touchpoints, customer.facts, rows.startsMs);
        rows.add(
          customer,
          logOdds.map((one) => one - intercept),
        );
        return undefined;
      }),
    ),
  );
  return rows;
}
