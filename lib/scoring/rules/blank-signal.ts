import type { SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";

/** Where the editor begins when a signal is chosen: valid but for a trait, whose name nobody can guess. */
const BLANK: { readonly [Kind in SignalKind]: SignalSpecs[Kind] } = {
  count: { type: "count", filter: {}, windowDays: 60 },
  "active-days": { type: "active-days", filter: {}, windowDays: 30 },
  sum: { type: "sum", filter: {}, windowDays: 90 },
  "decayed-sum": { type: "decayed-sum", filter: {}, halfLifeDays: 60, measure: "count" },
  "days-since": { type: "days-since", filter: {} },
  silence: { type: "silence", filter: {}, regularity: 1, priorGapDays: 14, priorGaps: 2, unit: "bits" },
  trend: { type: "trend", filter: {}, recentDays: 30, baselineDays: 90, shrinkage: 4, measure: "count" },
  value: { type: "value", filter: {}, field: "value", statistic: "latest", windowDays: 180 },
  "days-to-renewal": { type: "days-to-renewal" },
  tenure: { type: "tenure" },
  "lifetime-frequency": { type: "lifetime-frequency", filter: {} },
  season: { type: "season", months: [12] },
  unresolved: {
    type: "unresolved",
    filter: { categories: ["complaint"] },
    closedBy: { categories: ["recovery"] },
    graceDays: 7,
    windowDays: 90,
  },
  sequence: {
    type: "sequence",
    first: { categories: ["complaint"] },
    next: { categories: ["complaint"] },
    withinDays: 30,
    windowDays: 180,
  },
  "no-purchase": {
    type: "no-purchase",
    filter: { categories: ["purchase"] },
    aheadDays: 90,
    ...{ r: 1, alpha: 6, a: 1, b: 2, unit: "probability" },
  },
  "trait-number": { type: "trait-number", trait: "" },
  "trait-is": { type: "trait-is", trait: "", oneOf: [] },
};

export const SIGNAL_KINDS = Object.keys(BLANK) as readonly SignalKind[];

/**
 * A signal of the type to begin with. What it has in common with the one before, such as the filter and the window, is
 * taken over.
 */
export function blankSignal(type: SignalKind, before?: SignalSpec): SignalSpec {
  const blank = BLANK[type];
  if (before === undefined) return blank;
  const kept = Object.entries(before).filter(([name]) => name !== "type" && Object.hasOwn(blank, name));
  return { ...blank, ...Object.fromEntries(kept) } as SignalSpec;
}
