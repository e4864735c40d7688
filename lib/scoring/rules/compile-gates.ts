import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { compileCondition, type Holds } from "@/lib/scoring/rules/compile-condition";
import type { SignalSpec } from "@/lib/scoring/signal-spec";

/** An exception ready to be asked. */
export interface CompiledException {
  readonly holds: Holds;
  readonly times: number;
}

/** What stands between a rule's points and the score: a condition, exceptions, or both. */
export interface Gate {
  /** The position of the rule. */
  readonly rule: number;
  readonly holds: Holds;
  readonly exceptions: readonly CompiledException[];
}

/** The gates of checked rules; rules without condition and exceptions have none and cost nothing. */
export function compileGates(
  rules: readonly RuleDefinition[],
  positionOf: (spec: SignalSpec) => number,
): readonly Gate[] {
  return rules.flatMap(({ when, except = [] }, rule) => {
    if (when === undefined && except.length === 0) return [];
    return {
      rule,
      holds: when === undefined ? () => true : compileCondition(when, positionOf),
      exceptions: except.map(({ when: excepted, times = 0 }) => ({
        holds: compileCondition(excepted, positionOf),
        times,
      })),
    };
  });
}

/** The position of the exception that counts; -1 when none does. */
export function exceptionOf({ exceptions }: Gate, values: Float64Array): number {
  for (let at = 0; at < exceptions.length; at++) if (exceptions[at]?.holds(values)) return at;
  return -1;
}

/** How many times the rule's points count: 0 while its condition does not hold, else as the exception that counts says. */
export function timesOf(gate: Gate, values: Float64Array): number {
  if (!gate.holds(values)) return 0;
  return gate.exceptions[exceptionOf(gate, values)]?.times ?? 1;
}
