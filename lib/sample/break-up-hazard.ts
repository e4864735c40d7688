import { DAY_MS } from "@/lib/sample/calendar";
import type { Segment } from "@/lib/sample/profile-customer";

/** What a touchpoint does to the log-odds of a break-up in the same week, and after how many days half of it is gone. */
const EFFECTS: ReadonlyMap<string, readonly [logOdds: number, halfLifeDays: number]> = new Map([
  ["complaint", [0.55, 45]],
  ["complaint-escalated", [0.9, 60]],
  ["service-failure", [0.3, 45]],
  ["outage", [0.15, 20]],
  ["ticket-escalated", [0.35, 45]],
  ["ticket-reopened", [0.2, 30]],
  ["bad-review", [0.8, 60]],
  ["price-increase", [0.45, 60]],
  ["price-relief-request", [0.5, 60]],
  ["competitor-price", [0.7, 60]],
  ["new-competitor", [0.5, 75]],
  ["merger-acquisition", [0.9, 90]],
  ["new-management", [0.6, 75]],
  ["new-decision-maker", [0.6, 75]],
  ["champion-left", [0.8, 75]],
  ["layoffs", [0.5, 75]],
  ["budget-cut", [0.6, 75]],
  ["downgrade-request", [0.8, 60]],
  ["cancellation-terms-asked", [1.2, 45]],
  ["auto-renewal-off", [1.3, 90]],
  ["unoffered-service-request", [0.6, 60]],
  ["payment-late", [0.25, 45]],
  ["payment-failed", [0.4, 45]],
  ["invoice-disputed", [0.6, 60]],
  ["promise-broken", [0.9, 75]],
  ["message-unanswered", [0.25, 30]],
  ["meeting-cancelled", [0.35, 30]],
  ["marketing-unsubscribed", [0.4, 45]],
  ["data-export", [0.8, 45]],
  ["contract-notice", [1.5, 90]],
  ["seats-removed", [0.5, 60]],
  ["integration-disconnected", [0.7, 60]],
  ["usage-drop-reported", [0.5, 45]],
  ["onboarding-stalled", [0.7, 60]],
  ["complaint-resolved", [-0.35, 45]],
  ["apology", [-0.3, 45]],
  ["goodwill-gesture", [-0.4, 60]],
  ["service-credit", [-0.3, 45]],
  ["fix-delivered", [-0.6, 75]],
  ["promise-kept", [-0.35, 60]],
  ["praise", [-0.45, 60]],
  ["check-in", [-0.15, 40]],
  ["feature-adopted", [-0.15, 60]],
  ["integration-connected", [-0.25, 90]],
  ["seats-added", [-0.3, 75]],
  ["goal-reached", [-0.3, 75]],
  ["event-attended", [-0.2, 60]],
  ["referral", [-0.4, 90]],
  ["reference-given", [-0.4, 90]],
  ["plan-upgraded", [-0.4, 90]],
  ["renewal-signed", [-0.7, 120]],
]);

/** Kinds that weigh more in one segment: what a model can learn and rules of thumb do not know. */
const SEGMENT_WEIGHTS: Readonly<Record<Segment, Readonly<Record<string, number>>>> = {
  starter: { "price-increase": 1.6, "competitor-price": 1.4, "payment-failed": 1.4, complaint: 0.85 },
  growth: { "promise-broken": 1.3, "unoffered-service-request": 1.3 },
  enterprise: { "merger-acquisition": 1.4, "new-decision-maker": 1.4, "new-management": 1.3, "payment-late": 0.4 },
};

/** What a touchpoint still does to the log-odds at a moment. */
export interface Effect {
  readonly atMs: number;
  readonly logOdds: number;
  readonly halfLifeDays: number;
}

/** The effect of a touchpoint, or null when its kind has none. An answer to a survey counts by its value. */
export function effectOf(
  touchpoint: { kind: string; atMs: number; value: number | null },
  segment: Segment,
): Effect | null {
  const [logOdds, halfLifeDays] = EFFECTS.get(touchpoint.kind) ?? surveyEffect(touchpoint.kind, touchpoint.value);
  if (logOdds === 0) return null;
  return { atMs: touchpoint.atMs, logOdds: logOdds * (SEGMENT_WEIGHTS[segment][touchpoint.kind] ?? 1), halfLifeDays };
}

/** Decayed sum of effects at a moment, in log-odds. */
export function pressureAt(effects: readonly Effect[], atMs: number): number {
  let sum = 0;
  for (const effect of effects) {
    sum += effect.logOdds * Math.exp((-Math.LN2 * (atMs - effect.atMs)) / DAY_MS / effect.halfLifeDays);
  }
  return sum;
}

/** What the hazard of one week is made of. */
export interface HazardFacts {
  readonly atMs: number;
  /** Decayed effects of touchpoints, in log-odds. */
  readonly pressure: number;
  /** Complaints of the last 60 days. */
  readonly recentComplaints: number;
  /** Sessions that the customer's own rhythm would have brought since the last one. */
  readonly missedSessions: number;
  readonly tenureDays: number;
  readonly daysToRenewal: number;
  readonly frailty: number;
}

const BASE_LOG_ODDS = -7.55;
const PRESSURE_WEIGHT = 1.6;
const LARGEST_PRESSURE = 5.5;

/** The probability that the relationship ends in this week: logistic in everything above. */
export function breakUpHazard(facts: HazardFacts): number {
  const month = new Date(facts.atMs).getUTCMonth();
  const logOdds =
    BASE_LOG_ODDS +
    facts.frailty +
    LARGEST_PRESSURE * Math.tanh((PRESSURE_WEIGHT * facts.pressure) / LARGEST_PRESSURE) +
    (facts.recentComplaints >= 3 ? 0.8 : 0) +
    Math.min(Math.max(facts.missedSessions - 2, 0) * 0.3, 1.8) +
    (facts.daysToRenewal <= 45 ? 1 : facts.daysToRenewal <= 90 ? 0.4 : 0) +
    (facts.tenureDays < 180 ? 0.3 : facts.tenureDays > 1095 ? -0.3 : 0) +
    (month === 11 || month === 0 ? 0.4 : month === 6 || month === 7 ? -0.4 : 0);
  return 1 / (1 + Math.exp(-logOdds));
}

function surveyEffect(kind: string, value: number | null): readonly [number, number] {
  if (kind === "nps-response" && value !== null) return value <= 6 ? [0.45, 75] : value >= 9 ? [-0.3, 90] : [0, 1];
  if (kind === "csat-response" && value !== null) return value <= 2 ? [0.2, 30] : [0, 1];
  return [0, 1];
}
