import type { Comparison, Condition } from "@/lib/scoring/condition";
import { compileComparison, compileCondition } from "@/lib/scoring/rules/compile-condition";
import type { SignalSpec } from "@/lib/scoring/signal-spec";

/** A comparison that is among the grounds for a condition to hold, and whether it holds itself. */
export interface Ground {
  readonly comparison: Comparison;
  readonly position: number;
  readonly holds: boolean;
}

/** The grounds on which a condition is what it is, by the values of all signals. */
export type GroundsAt = (values: Float64Array) => readonly Ground[];

/**
 * Makes a checked condition ready to say why: all parts of what holds together, of several choices those that are so,
 * and for what does not hold the parts that stand in its way.
 */
export function compileGrounds(condition: Condition, positionOf: (spec: SignalSpec) => number): GroundsAt {
  if ("not" in condition) return compileGrounds(condition.not, positionOf);
  if ("signal" in condition) {
    const position = positionOf(condition.signal);
    const test = compileComparison(condition);
    return (values) => [{ comparison: condition, position, holds: test(values[position] as number) }];
  }
  const parts = ("all" in condition ? condition.all : condition.any).map((part) => ({
    holds: compileCondition(part, positionOf),
    groundsAt: compileGrounds(part, positionOf),
  }));
  const holds = compileCondition(condition, positionOf);
  return (values) => {
    const isSo = holds(values);
    return parts.filter((part) => part.holds(values) === isSo).flatMap((part) => part.groundsAt(values));
  };
}
