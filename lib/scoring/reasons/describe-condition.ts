import type { Comparison, Condition } from "@/lib/scoring/condition";
import { describeSignal } from "@/lib/scoring/reasons/describe-signal";
import { joinTexts } from "@/lib/scoring/reasons/join-texts";
import { labelSignal } from "@/lib/scoring/reasons/label-signal";
import { nameCategories } from "@/lib/scoring/reasons/name-categories";
import type { ReasonText, ScoringKind } from "@/lib/scoring/types";

/** Signals whose amount is said as one: "at least 3 complaints in 60 days", by the name of the amount in the message. */
const SAID_AS_AMOUNT: ReadonlyMap<string, string> = new Map([
  ["count", "count"],
  ["days-since", "days"],
  ["tenure", "days"],
  ["days-to-renewal", "days"],
]);

/** Puts a condition in words, to follow an "if": "at least 365 days as a customer and tier is enterprise". */
export function describeCondition(condition: Condition, kindByKey: ReadonlyMap<string, ScoringKind>): ReasonText {
  const describeParts = (parts: readonly Condition[], id: string) =>
    joinTexts(
      parts.map((part) => inBrackets(part, describeCondition(part, kindByKey))),
      id,
    ) ?? NOTHING;
  if ("all" in condition) return describeParts(condition.all, "condition.and");
  if ("any" in condition) return describeParts(condition.any, "condition.or");
  if ("not" in condition)
    return { id: "condition.not", values: {}, parts: { inner: describeCondition(condition.not, kindByKey) } };
  return describeComparison(condition, kindByKey);
}

const NOTHING: ReasonText = { id: "condition.nothing", values: {} };

/** Brackets keep "and" and "or" apart. */
function inBrackets(part: Condition, text: ReasonText): ReasonText {
  const isList = ("all" in part && part.all.length > 1) || ("any" in part && part.any.length > 1);
  return isList ? { id: "condition.brackets", values: {}, parts: { inner: text } } : text;
}

function describeComparison(comparison: Comparison, kindByKey: ReadonlyMap<string, ScoringKind>): ReasonText {
  const { signal: spec } = comparison;
  const labelled = { signal: spec, label: labelSignal(spec, kindByKey, spec.type) };
  const signal = { ...describeSignal("noun", labelled, kindByKey), ...nameCategories(spec) };
  if ("value" in comparison) {
    return asAmount(comparison, signal) ?? compare(comparison.is, signal, { value: comparison.value });
  }
  if (comparison.is === "between") return compare("between", signal, { from: comparison.from, to: comparison.to });
  return compare(comparison.is, signal, {});
}

function compare(is: string, signal: ReasonText, values: ReasonText["values"]): ReasonText {
  return { id: `compare.${is}`, values, parts: { signal } };
}

function asAmount(
  { signal: { type }, is, value }: Extract<Comparison, { value: number }>,
  signal: ReasonText,
): ReasonText | undefined {
  const name = SAID_AS_AMOUNT.get(type);
  if (name === undefined || !Number.isInteger(value) || value < 0) return undefined;
  const amountOf = (number: number): ReasonText => ({
    ...signal,
    id: `amount.${type}`,
    values: { ...signal.values, [name === "days" ? "amount" : name]: number },
  });
  const isNone = type === "count" && ((is === "at-most" && value === 0) || (is === "below" && value === 1));
  return isNone ? amountOf(0) : { id: `bound.${is}`, values: {}, parts: { amount: amountOf(value) } };
}
