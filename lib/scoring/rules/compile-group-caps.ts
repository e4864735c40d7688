import { logOddsFromPoints } from "@/lib/scoring/points";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";

/**
 * Scales the contributions of each group whose sum is beyond its cap, up or down, so that the sum is the cap. All members
 * are scaled alike: the contributions still add up, and so do the shares of their touchpoints.
 */
export type ApplyGroupCaps = (contributions: Float64Array) => void;

/** Makes the caps of a checked rule set ready to be applied to contributions in the order of its rules. */
export function compileGroupCaps({ rules, groups }: RuleSetDefinition): ApplyGroupCaps {
  const capped = groups.map((group) => ({
    capLogOdds: logOddsFromPoints(group.capPoints),
    members: rules.flatMap((rule, at) => (rule.group === group.key ? [at] : [])),
  }));
  return (contributions) => {
    for (const { capLogOdds, members } of capped) {
      let sum = 0;
      for (const at of members) sum += contributions[at] as number;
      const excess = Math.abs(sum) / capLogOdds;
      if (excess > 1) for (const at of members) contributions[at] = (contributions[at] as number) / excess;
    }
  };
}
