import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import type { ScoredCustomer } from "@/lib/scores/score-row";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { DAY_MS } from "@/lib/scoring/day";
import type { CustomerFacts, Reason, ScoringKind, TouchpointColumns } from "@/lib/scoring/types";

export const NOW_MS = Date.UTC(2026, 5, 30, 12);

export const KINDS: readonly ScoringKind[] = [
  { id: 1, key: "purchase", label: "Purchase", category: "purchase", valence: 1, halfLifeDays: 60 },
  { id: 2, key: "complaint", label: "Complaint", category: "complaint", valence: -1, halfLifeDays: 90 },
  { id: 3, key: "login", label: "Sign-in", category: "usage", valence: 0, halfLifeDays: 14 },
];

/** The moment so many days before (below 0: after) now. */
export function daysAgo(days: number): number {
  return NOW_MS - days * DAY_MS;
}

/** A setup without rules: what labels and stages are made of. */
export function setup(settings: Partial<OrganisationSettings> = {}): ScoringSetup {
  return {
    settings: {
      ...{ id: 1, name: "Test", slug: "test", horizonDays: 90, breakUp: { type: "recorded" } },
      ...{ populationActiveWithinDays: null, clockMs: NOW_MS, currency: "EUR", timeZone: "UTC" },
      bandFloors: { watch: 0.1, "at-risk": 0.25, critical: 0.5 },
      currentScoreRunId: null,
      ...settings,
    },
    kinds: KINDS,
    rules: [],
    groups: [],
    model: { kind: "prior", intercept: -2, weights: [], anchor: null },
    modelVersion: 1,
    ruleSetVersion: 1,
    scorer: compileScorer({ kinds: KINDS, rules: [], model: { intercept: -2, weights: new Map() }, horizonDays: 90 }),
  };
}

/** Touchpoints in time order, each a kind and how many days ago it was. */
export function touchpoints(...given: readonly (readonly [kind: string, daysAgo: number])[]): TouchpointColumns {
  const ordered = [...given].sort(([, a], [, b]) => b - a);
  return {
    length: ordered.length,
    occurredAtMs: Float64Array.from(ordered, ([, days]) => daysAgo(days)),
    kindId: Uint16Array.from(ordered, ([key]) => KINDS.find((kind) => kind.key === key)!.id),
    value: new Float64Array(ordered.length).fill(Number.NaN),
    sentiment: new Float64Array(ordered.length).fill(Number.NaN),
  };
}

export function facts(startedDaysAgo: number | null): CustomerFacts {
  const startedOnMs = startedDaysAgo === null ? null : daysAgo(startedDaysAgo);
  return { startedOnMs, renewsOnMs: null, mrrMinor: null, traits: new Map() };
}

export function reason(ruleKey: string, points: number): Reason {
  const text = { id: ruleKey, values: { count: 2 } };
  return { ruleKey, points, logOdds: (points * Math.LN2) / 20, text, touchpoints: [] };
}

/** An even chance, a complaint that speaks against and praise that speaks for the customer. */
export function scored(change: Partial<ScoredCustomer> = {}): ScoredCustomer {
  return {
    customerId: 7,
    mrrMinor: 10_000,
    logOddsWeekAgo: 0,
    stage: { stage: "established", enteredAtMs: daysAgo(10) },
    score: {
      asOfMs: NOW_MS,
      probability: 0.5,
      logOdds: 0,
      intercept: -2,
      evidence: "ok",
      reasons: [reason("complaints", 30), reason("praise", -10)],
    },
    ...change,
  };
}
