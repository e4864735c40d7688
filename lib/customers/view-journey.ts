import { countByTime } from "@/lib/journey/count-by-time";
import { findDistress } from "@/lib/journey/find-distress";
import type { JourneyTouchpoint, JourneyView } from "@/lib/journey/journey-view";
import type { CustomerCase } from "@/lib/scores/load-customer-case";
import { stagesAt } from "@/lib/scores/stages-at";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { logOddsFromPoints, pointsFromLogOdds } from "@/lib/scoring/points";
import type { ScoringKind } from "@/lib/scoring/types";

const DAY_MS = 86_400_000;
const DEFAULT_STRETCH_DAYS = 365;
/** Points of the score curve in a stretch. */
const CURVE_POINTS = 120;
/** Bars of the strip that shows the whole journey. */
const OVERVIEW_SLOTS = 160;
const DISTRESS = { limit: 5, minimumLogOdds: logOddsFromPoints(3) };

type ConfigurationChanges = JourneyView["configurationChanges"];

/** The stretch of a journey to read; left out: the last year and what is ahead. */
export type JourneyStretch = Readonly<{ fromMs?: number; toMs?: number }>;

/** What happened in a stretch of a journey, the risk then, the stages, and what is ahead. */
export function viewJourney(found: CustomerCase, changes: ConfigurationChanges, stretch: JourneyStretch): JourneyView {
  const { customer, setup, touchpoints, asOfMs } = found;
  const times = touchpoints.columns.occurredAtMs;
  const firstMs = Math.min(times[0] ?? asOfMs, customer.facts.startedOnMs ?? asOfMs);
  const lastMs = stretch.toMs === undefined ? asOfMs : Math.min(stretch.toMs, asOfMs);
  const fromMs = stretch.fromMs ?? Math.min(lastMs, Math.max(firstMs, lastMs - DEFAULT_STRETCH_DAYS * DAY_MS));
  const toMs = stretch.toMs ?? Math.max(fromMs + DAY_MS, endOfWhatIsAhead(found));
  const scored = { facts: customer.facts, outcomes: customer.outcomes, touchpoints: touchpoints.columns };
  const curve = scoreCurve(found, Math.max(fromMs, firstMs), Math.min(toMs, asOfMs));
  const stages = stagesAt({
    setup,
    customer: scored,
    asOfMs,
    probability: curve.probabilityNow,
    waveringSinceMs: found.waveringSinceMs,
  });
  const shown = touchpointsBetween(found, fromMs, toMs);
  return {
    fromMs,
    toMs,
    asOfMs,
    firstMs,
    touchpoints: shown,
    whole: wholeJourney(found, firstMs),
    curve: curve.points,
    stages: stages
      .map(({ stage, enteredAtMs }, at) => ({ stage, fromMs: enteredAtMs, toMs: stages[at + 1]?.enteredAtMs ?? null }))
      .filter((entry) => entry.fromMs <= toMs && (entry.toMs ?? toMs) >= fromMs),
    outcomes: customer.outcomes.map(({ type, occurredOnMs }) => ({ type, occurredMs: occurredOnMs })),
    renewsMs: customer.facts.renewsOnMs,
    configurationChanges: changes.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs),
    bandFloors: setup.settings.bandFloors,
  };
}

/** From the first touchpoint to the end of what is ahead, whatever stretch is shown: how much happened when. */
function wholeJourney(found: CustomerCase, firstMs: number): JourneyView["whole"] {
  const range = { fromMs: firstMs, toMs: endOfWhatIsAhead(found) };
  return { ...range, counts: countByTime(found.touchpoints.columns.occurredAtMs, range, OVERVIEW_SLOTS) };
}

/** Until the renewal when it is near, otherwise a third of the horizon. */
function endOfWhatIsAhead({ asOfMs, customer, setup }: CustomerCase): number {
  const { horizonDays } = setup.settings;
  const renewsMs = customer.facts.renewsOnMs;
  const isNear = renewsMs !== null && renewsMs > asOfMs && renewsMs <= asOfMs + (horizonDays + 90) * DAY_MS;
  return isNear ? renewsMs + 7 * DAY_MS : asOfMs + (horizonDays / 3) * DAY_MS;
}

/** The risk at evenly spaced moments, under today's configuration: one sweep over the touchpoints. */
function scoreCurve({ setup, customer, touchpoints, asOfMs }: CustomerCase, fromMs: number, toMs: number) {
  const lastMs = Math.max(fromMs, toMs);
  const moments = Array.from(
    { length: CURVE_POINTS },
    (_, at) => fromMs + ((lastMs - fromMs) * at) / (CURVE_POINTS - 1),
  );
  const logOdds = setup.scorer.logOddsAt(touchpoints.columns, customer.facts, [...moments, Math.max(asOfMs, lastMs)]);
  return {
    points: moments.map((atMs, at) => ({ atMs, probability: sigmoid(logOdds[at] ?? 0) })),
    probabilityNow: sigmoid(logOdds[CURVE_POINTS] ?? 0),
  };
}

function touchpointsBetween(found: CustomerCase, fromMs: number, toMs: number): JourneyTouchpoint[] {
  const { columns, idOf } = found.touchpoints;
  const kinds = new Map(found.setup.kinds.map((kind) => [kind.id, kind]));
  const { points, distress } = weighTouchpoints(found, kinds);
  const shown: JourneyTouchpoint[] = [];
  for (let row = 0; row < columns.length; row += 1) {
    const occurredAtMs = columns.occurredAtMs[row] ?? 0;
    const kind = kinds.get(columns.kindId[row] ?? -1);
    if (!kind || occurredAtMs < fromMs || occurredAtMs > toMs) continue;
    shown.push({
      id: idOf(row),
      kindKey: kind.key,
      kindLabel: kind.label,
      category: kind.category,
      valence: kind.valence,
      occurredAtMs,
      value: numberOrNull(columns.value[row]),
      sentiment: numberOrNull(columns.sentiment[row]),
      points: points.get(row) ?? 0,
      distress: distress.has(row),
    });
  }
  return shown;
}

/** Each touchpoint's part of the score, and which of them weigh most, whatever stretch is shown. */
function weighTouchpoints(
  { setup, customer, touchpoints, asOfMs }: CustomerCase,
  kinds: ReadonlyMap<number, ScoringKind>,
): Readonly<{ points: ReadonlyMap<number, number>; distress: ReadonlySet<number> }> {
  const { columns } = touchpoints;
  const { reasons } = setup.scorer.scoreAt(columns, customer.facts, asOfMs);
  const points = new Map<number, number>();
  for (const { index, logOdds } of reasons.flatMap((reason) => reason.touchpoints)) {
    points.set(index, (points.get(index) ?? 0) + pointsFromLogOdds(logOdds));
  }
  const mayDistress = (index: number) => (kinds.get(columns.kindId[index] ?? -1)?.valence ?? 1) < 1;
  const found = findDistress(reasons, { ...DISTRESS, mayDistress });
  return { points, distress: new Set(found.map(({ index }) => index)) };
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
