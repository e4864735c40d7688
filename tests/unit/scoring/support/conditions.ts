import type { Condition, StateComparison, ThresholdComparison } from "@/lib/scoring/condition";
import type { ConditionRule } from "@/lib/scoring/rule-definition";
import { checkCondition } from "@/lib/scoring/rules/check-condition";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import { KINDS } from "./catalogue";

export const KIND_BY_KEY = new Map(KINDS.map((kind) => [kind.key, kind]));

export const COMPLAINTS: SignalSpec = { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 };
export const PURCHASES: SignalSpec = { type: "count", filter: { kinds: ["purchase"] }, windowDays: 90 };
export const SINCE_CALL: SignalSpec = { type: "days-since", filter: { kinds: ["call"] } };
export const TENURE: SignalSpec = { type: "tenure" };
export const SEATS: SignalSpec = { type: "trait-number", trait: "seats" };
export const ENTERPRISE: SignalSpec = { type: "trait-is", trait: "tier", oneOf: ["enterprise"] };
export const SUMMER: SignalSpec = { type: "season", months: [6, 7, 8] };

/** A comparison with a number. */
export function is(signal: SignalSpec, test: ThresholdComparison["is"], value: number): ThresholdComparison {
  return { signal, is: test, value };
}

/** A question without a number. */
export function isSo(signal: SignalSpec, test: StateComparison["is"]): StateComparison {
  return { signal, is: test };
}

/** A rule that is a condition: 20 points while it holds. */
export function conditionRule(when: Condition, given: Partial<ConditionRule> = {}): ConditionRule {
  return {
    key: "condition",
    label: "Gone quiet",
    category: "purchase",
    when,
    effect: { type: "points", points: 20 },
    ...given,
  };
}

/** The faults of a condition against the small catalogue, as "path: message". */
export function faultsOfCondition(condition: Condition): readonly string[] {
  const faults: string[] = [];
  checkCondition(condition, new Set(KINDS.map((kind) => kind.key)), "when", (path, message) =>
    faults.push(`${path}: ${message}`),
  );
  return faults;
}
