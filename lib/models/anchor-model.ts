import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { forEachCustomer } from "@/lib/scores/for-each-customer";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { anchorBasis } from "./anchor-basis";
import { anchorLearned } from "./anchor-learned";
import { brokeUpWithin } from "./broke-up-within";
import { isAnchorFresh } from "./is-anchor-fresh";
import { replaceActiveModel } from "./replace-active-model";

const DAY_MS = 86_400_000;
/** Fewer break-ups than this say little about the base rate: the assumed one stays, and screens say so. */
const MIN_BREAK_UPS = 10;
/** The base rate is that of so many horizons in a row: of one alone it would be mostly chance. */
const HORIZONS = 4;

type Panel = { logits: Float64Array; customers: number; breakUps: number };

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
  const panel = await collectPanel(setup, model.intercept, asOfMs);
  if (panel.breakUps < MIN_BREAK_UPS || panel.breakUps === panel.customers) return false;
  const baseRate = panel.breakUps / panel.customers;
  const intercept = anchorIntercept(panel.logits.subarray(0, panel.customers), baseRate);
  const { customers, breakUps } = panel;
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

/** Contributions without intercept of everyone who was current when a horizon began, and how many broke up within it. */
async function collectPanel(setup: ScoringSetup, intercept: number, asOfMs: number): Promise<Panel> {
  const organisationId = setup.settings.id;
  const horizonMs = setup.settings.horizonDays * DAY_MS;
  const startsMs = Array.from({ length: HORIZONS }, (_, at) => asOfMs - (HORIZONS - at) * horizonMs);
  const panel: Panel = { logits: new Float64Array(1024), customers: 0, breakUps: 0 };
  await withTenantClient(organisationId, (touchpointClient) =>
    withTenantClient(organisationId, (customerClient) =>
      forEachCustomer({ organisationId, touchpointClient, customerClient }, (customer) => {
        const logOdds = setup.scorer.logOddsAt(customer.touchpoints, customer.facts, startsMs);
        startsMs.forEach((startMs, at) => {
          const brokeUp = brokeUpWithin(setup, customer, startMs);
          if (brokeUp !== null) addRow(panel, (logOdds[at] ?? 0) - intercept, brokeUp);
        });
      }),
    ),
  );
  return panel;
}

function addRow(panel: Panel, logit: number, brokeUp: boolean): void {
  if (panel.customers === panel.logits.length) panel.logits = grown(panel.logits);
  panel.logits[panel.customers] = logit;
  panel.customers += 1;
  if (brokeUp) panel.breakUps += 1;
}

function grown(logits: Float64Array): Float64Array {
  const larger = new Float64Array(logits.length * 2);
  larger.set(logits);
  return larger;
}
