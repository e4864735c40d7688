import type { ReasonChange } from "@/lib/scoring/ledger/score-change";
import type { Reason, Score } from "@/lib/scoring/types";

/** Below this a contribution has not changed: sums of floating point numbers differ by so much for no reason. */
const NOTHING_LOG_ODDS = 1e-12;

/** By how much each reason, and the intercept, changed from one score to the next; largest first, unchanged ones left out. */
export function diffReasons(before: Score, after: Score): readonly ReasonChange[] {
  const old = byRule(before.reasons);
  const fresh = byRule(after.reasons);
  const keys = new Set([...old.keys(), ...fresh.keys()]);
  const changes: ReasonChange[] = [...keys].map((ruleKey) => {
    const [was, is] = [old.get(ruleKey), fresh.get(ruleKey)];
    return {
      ruleKey,
      logOdds: (is?.logOdds ?? 0) - (was?.logOdds ?? 0),
      before: was?.text ?? null,
      after: is?.text ?? null,
    };
  });
  changes.push({ ruleKey: null, logOdds: after.intercept - before.intercept, before: null, after: null });
  return changes
    .filter(({ logOdds }) => Math.abs(logOdds) > NOTHING_LOG_ODDS)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}

function byRule(reasons: readonly Reason[]): ReadonlyMap<string, Reason> {
  return new Map(reasons.map((reason) => [reason.ruleKey, reason]));
}
