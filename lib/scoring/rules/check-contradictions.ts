import type { ReportFault } from "@/lib/scoring/configuration-error";
import type { Effect, RuleDefinition } from "@/lib/scoring/rule-definition";

/** Reports rules that take back exactly what another gives: the same signal, condition and exceptions, opposite points. */
export function checkContradictions(rules: readonly RuleDefinition[], report: ReportFault): void {
  const firstWith = new Map<string, number>();
  rules.forEach((rule, at) => {
    if (rule.off === true) return;
    const opposite = firstWith.get(substanceOf(rule, -1));
    if (opposite !== undefined) {
      report(`rules[${at}].effect`, `takes back exactly what rules[${opposite}] gives; keep one of the two`);
    }
    const substance = substanceOf(rule, 1);
    if (!firstWith.has(substance)) firstWith.set(substance, at);
  });
}

/** Equal for rules that give the same points to the same customers; with the sign -1, the opposite points. */
function substanceOf({ signal, when, except, missing, effect }: RuleDefinition, sign: 1 | -1): string {
  const parts = [signal, when, except, missing, effectTimes(effect, sign)];
  return JSON.stringify(parts, (_key, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
      : part,
  );
}

function effectTimes(effect: Effect, sign: 1 | -1): unknown {
  if (effect.type !== "step") return { ...effect, points: sign * effect.points };
  const thresholds = [...effect.thresholds].sort((a, b) => a.from - b.from);
  return { type: "step", thresholds: thresholds.map(({ from, points }) => ({ from, points: sign * points })) };
}
