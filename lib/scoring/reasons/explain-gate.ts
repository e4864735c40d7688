import type { Condition } from "@/lib/scoring/condition";
import type { Evaluator } from "@/lib/scoring/evaluator";
import { describeSignal } from "@/lib/scoring/reasons/describe-signal";
import { joinTexts } from "@/lib/scoring/reasons/join-texts";
import { labelSignal } from "@/lib/scoring/reasons/label-signal";
import { nameCategories } from "@/lib/scoring/reasons/name-categories";
import { nameSubject } from "@/lib/scoring/reasons/name-subject";
import { compileComparison } from "@/lib/scoring/rules/compile-condition";
import { exceptionOf, type Gate } from "@/lib/scoring/rules/compile-gates";
import { compileGrounds, type Ground } from "@/lib/scoring/rules/compile-grounds";
import type { CompiledRule } from "@/lib/scoring/rules/compile-rule";
import type { SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { Signal } from "@/lib/scoring/signals/signal-type";
import type { ReasonText, ScoringKind } from "@/lib/scoring/types";

/** A condition with many comparisons is told by so many of its grounds. */
const MOST_GROUNDS = 4;

/** Explains a rule that has a condition or exceptions, at the evaluator's last instant. */
export interface GateTeller {
  /** What the rule's signal says, undefined for a rule that is a condition, with the grounds of condition and exception. */
  textWith(signalText: ReasonText | undefined, asOfMs: number): ReasonText;
  /** The signals whose touchpoints made the condition hold. */
  causes(): readonly Signal[];
}

/** Makes the explanation of a gate ready. */
export function gateTeller(evaluator: Evaluator, gate: Gate, kindByKey: ReadonlyMap<string, ScoringKind>): GateTeller {
  const { definition } = evaluator.rules[gate.rule] as CompiledRule;
  const { label, when, except = [] } = definition;
  const ownPosition = evaluator.signalOfRule[gate.rule];
  const groundsOf = (condition: Condition) => compileGrounds(condition, evaluator.positionOf);
  const whenGrounds = when && groundsOf(when);
  const exceptionGrounds = except.map((exception) => groundsOf(exception.when));

  function textOf({ comparison: { signal: spec }, position }: Ground, asOfMs: number): ReasonText {
    const value = evaluator.values[position] as number;
    const labelled = { signal: spec, label: labelSignal(spec, kindByKey, label) };
    const named = nameCategories(spec);
    if (Number.isNaN(value)) {
      const signal = { ...describeSignal("noun", labelled, kindByKey), ...named };
      return { id: "unknown", values: {}, parts: { signal } };
    }
    const facts = (evaluator.signals[position] as Signal).factsAt(asOfMs, value);
    return { id: spec.type, values: Object.assign(facts, nameSubject(labelled, kindByKey)), ...named };
  }

  function textsOf(grounds: readonly Ground[], asOfMs: number): readonly ReasonText[] {
    const distinct = new Map(grounds.map((ground) => [ground.position, ground]));
    const others = [...distinct.values()].filter(({ position }) => position !== ownPosition);
    return others.slice(0, MOST_GROUNDS).map((ground) => textOf(ground, asOfMs));
  }

  return {
    textWith(signalText, asOfMs) {
      const { values } = evaluator;
      const grounds = whenGrounds ? textsOf(whenGrounds(values), asOfMs) : [];
      const reason = joinTexts(signalText ? [signalText, ...grounds] : grounds, "joined");
      if (reason === undefined) return { id: "other", values: { what: label } };
      const exception = exceptionOf(gate, values);
      const times = gate.exceptions[exception]?.times ?? 1;
      if (times === 1) return reason;
      const because = joinTexts(textsOf(exceptionGrounds[exception]?.(values) ?? [], asOfMs), "joined");
      return because ? { id: "excepted", values: { times }, parts: { reason, because } } : reason;
    },
    causes: () =>
      (whenGrounds?.(evaluator.values) ?? [])
        .filter(isCause)
        .map(({ position }) => evaluator.signals[position] as Signal),
  };
}

/** Whether touchpoints made a comparison hold: it holds, with a value, and would not without touchpoints. */
function isCause({ comparison, holds }: Ground): boolean {
  if (!holds || comparison.is === "missing") return false;
  return !(accumulates(comparison.signal) && compileComparison(comparison)(0));
}

function accumulates(spec: SignalSpec): boolean {
  return accumulatesOf(spec);
}

function accumulatesOf<Kind extends SignalKind>(spec: SignalSpecs[Kind]): boolean {
  return signalTypeOf(spec)?.accumulates ?? false;
}
