import type { Reason } from "@/lib/scoring/types";

/** A touchpoint with a large share of the current risk. */
export interface DistressTouchpoint {
  readonly index: number;
  /** Its shares of all reasons together; above 0. */
  readonly logOdds: number;
  /** The rule to which it contributes most. */
  readonly ruleKey: string;
}

export interface DistressLimits {
  readonly limit: number;
  /** What weighs less is not what distresses; left out: anything above 0. */
  readonly minimumLogOdds?: number;
  /** Whether the touchpoint at an index can be one: the last purchase before a silence carries its points, but is none. */
  readonly mayDistress?: (index: number) => boolean;
}

/** The touchpoints that raise the risk most, largest first. Those that lower it on balance are left out. */
export function findDistress(
  reasons: readonly Reason[],
  { limit, minimumLogOdds = 0, mayDistress = () => true }: DistressLimits,
): readonly DistressTouchpoint[] {
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
    .filter(({ index, logOdds }) => logOdds > 0 && logOdds >= minimumLogOdds && mayDistress(index))
    .sort((a, b) => b.logOdds - a.logOdds || b.index - a.index)
    .slice(0, limit);
}
