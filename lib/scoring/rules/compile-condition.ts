import type { Comparison, Condition } from "@/lib/scoring/condition";
import type { SignalSpec } from "@/lib/scoring/signal-spec";

/** Whether a condition holds, by the values of all signals; NaN is missing. */
export type Holds = (values: Float64Array) => boolean;

/** Makes a checked condition ready to be asked; `positionOf` says where a signal's value is found. */
export function compileCondition(condition: Condition, positionOf: (spec: SignalSpec) => number): Holds {
  if ("all" in condition) {
    const parts = condition.all.map((part) => compileCondition(part, positionOf));
    return (values) => parts.every((holds) => holds(values));
  }
  if ("any" in condition) {
    const parts = condition.any.map((part) => compileCondition(part, positionOf));
    return (values) => parts.some((holds) => holds(values));
  }
  if ("not" in condition) {
    const holds = compileCondition(condition.not, positionOf);
    return (values) => !holds(values);
  }
  const position = positionOf(condition.signal);
  const test = compileComparison(condition);
  return (values) => test(values[position] as number);
}

/** Makes a comparison ready; NaN fails each of them but `missing`, as comparisons with NaN do. */
export function compileComparison(comparison: Comparison): (value: number) => boolean {
  switch (comparison.is) {
    case "at-least":
      return (value) => value >= comparison.value;
    case "at-most":
      return (value) => value <= comparison.value;
    case "above":
      return (value) => value > comparison.value;
    case "below":
      return (value) => value < comparison.value;
    case "between":
      return (value) => value >= comparison.from && value <= comparison.to;
    case "yes":
      return (value) => value === 1;
    case "no":
      return (value) => value === 0;
    case "known":
      return (value) => !Number.isNaN(value);
    case "missing":
      return Number.isNaN;
  }
}
