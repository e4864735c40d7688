import type { RuleDefinition } from "@/lib/scoring/rule-definition";

/** The points that a rule gives at its strongest, with their sign, within its cap; what its group allows is not counted. */
export function mostPointsOf({ effect, capPoints = Number.POSITIVE_INFINITY }: RuleDefinition): number {
  const given = effect.type === "step" ? effect.thresholds.map(({ points }) => points) : [effect.points];
  const strongest = given.reduce((most, points) => (Math.abs(points) > Math.abs(most) ? points : most), 0);
  return Math.max(-capPoints, Math.min(capPoints, strongest));
}
