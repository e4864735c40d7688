import type { Reason } from "@/lib/scoring/types";

/** A touchpoint with a large share of the current risk. */
export interface DistressTouchpoint {
  readonly index: number;
  /** Its shares of all reasons together; above 0. */
  readonly logOdds: number;
  /** The rule to which it contributes most. */
  readonly ruleKey: string;
}

/** The touchpoints that raise the risk most, largest first, at most `limit`. Those that lower it on balance are left out. */
export function findDistress(reasons: readonly Reason[], limit: number): readonly DistressTouchpoint[] {
  const found = new Map<number, { logOdds: number; ruleKey: string; largest: number }>();
  for (const { ruleKey, touchpoints } of reasons) {
    for (const { index, logOdds } of touchpoints) {
      const entry = found.get(index) ?? { logOdds: 0, ruleKey, largest: Number.NEGATIVE_INFINITY };
      entry.logOdds += logOdds;
      if (logOdds > entry.largest) {
        entry.largest = logOdds;
        entry.ruleKey = ruleKey;
      }
      found.set(index, entry);
    }
  }
  return [...found]
    .map(([index, { logOdds, ruleKey }]) => ({ index, logOdds, ruleKey }))
    .filter((touchpoint) => touchpoint.logOdds > 0)
    .sort((a, b) => b.logOdds - a.logOdds || b.index - a.index)
    .slice(0, limit);
}
