import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { ScoringKind } from "@/lib/scoring/types";

/** The kinds of touchpoints of a shop, in the order of their ids. */
export const RETAIL_KINDS: readonly ScoringKind[] = [
  { id: 0, key: "purchase", label: "Purchase", category: "purchase", valence: 1, halfLifeDays: 90 },
  { id: 1, key: "return", label: "Return", category: "purchase", valence: -1, halfLifeDays: 90 },
];

const PURCHASES = { kinds: ["purchase"] } as const;
const RETURNS = { kinds: ["return"] } as const;

/** Signals of the last 180 days, then those of the whole relationship. */
export const RETAIL_SIGNALS: ReadonlyMap<string, SignalSpec> = new Map<string, SignalSpec>([
  ["recencyDays", { type: "days-since", filter: PURCHASES }],
  ["purchases30", { type: "count", filter: PURCHASES, windowDays: 30 }],
  ["purchases90", { type: "count", filter: PURCHASES, windowDays: 90 }],
  ["purchases180", { type: "count", filter: PURCHASES, windowDays: 180 }],
  ["returns180", { type: "count", filter: RETURNS, windowDays: 180 }],
  ["meanOrder180", { type: "value", filter: PURCHASES, field: "value", statistic: "mean", windowDays: 180 }],
  ["latestOrder180", { type: "value", filter: PURCHASES, field: "value", statistic: "latest", windowDays: 180 }],
  [
    "purchaseTrend",
    { type: "trend", filter: PURCHASES, recentDays: 60, baselineDays: 120, shrinkage: 2, measure: "count" },
  ],
  ["fadingMoney", { type: "decayed-sum", filter: PURCHASES, halfLifeDays: 180, measure: "value" }],
  ["fadingPurchases", { type: "decayed-sum", filter: PURCHASES, halfLifeDays: 180, measure: "count" }],
  ["silenceBits", { type: "silence", filter: PURCHASES, regularity: 2, priorGapDays: 60, priorGaps: 2, unit: "bits" }],
  ["purchasesPerMonth", { type: "lifetime-frequency", filter: PURCHASES }],
  ["tenureDays", { type: "tenure" }],
]);
