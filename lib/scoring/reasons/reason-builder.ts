import type { Evaluator } from "@/lib/scoring/evaluator";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import { gateTeller } from "@/lib/scoring/reasons/explain-gate";
import { nameSubject, type Subject } from "@/lib/scoring/reasons/name-subject";
import { shareTouchpoints } from "@/lib/scoring/reasons/share-touchpoints";
import type { CompiledRule } from "@/lib/scoring/rules/compile-rule";
import type { SignalKind, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { Signal } from "@/lib/scoring/signals/signal-type";
import type { Reason, ReasonText, ScoringKind, TouchpointShare } from "@/lib/scoring/types";

export interface ReasonBuilder {
  /** Reasons in words. */
  outlineReasons(asOfMs: number): readonly Reason[];
  /** Reasons in words and down to touchpoints. */
  detailReasons(asOfMs: number): readonly Reason[];
}

/** Explains what the evaluator found at its last instant. */
export function reasonBuilder(evaluator: Evaluator, kinds: readonly ScoringKind[]): ReasonBuilder {
  const kindByKey = new Map(kinds.map((kind) => [kind.key, kind]));
  const subjects = evaluator.rules.map((rule) => nameSubject(rule.definition, kindByKey));
  const accumulates = evaluator.rules.map(({ definition: { signal } }) => signal && signalAccumulates(signal));
  const tellers = new Map(evaluator.gates.map((gate) => [gate.rule, gateTeller(evaluator, gate, kindByKey)]));

  const signalOf = (at: number) => evaluator.signals[evaluator.signalOfRule[at] as number] as Signal;
  const signalValueOf = (at: number) => evaluator.values[evaluator.signalOfRule[at] as number] as number;

  function textOf(at: number, asOfMs: number): ReasonText {
    const teller = tellers.get(at);
    return teller ? teller.textWith(signalTextOf(at, asOfMs), asOfMs) : (signalTextOf(at, asOfMs) ?? SILENT);
  }

  /** Undefined for a rule that is a condition. */
  function signalTextOf(at: number, asOfMs: number): ReasonText | undefined {
    const value = signalValueOf(at);
    const subject = subjects[at] as Subject;
    if (Number.isNaN(value)) return { id: "missing", values: { ...subject } };
    const { signal } = (evaluator.rules[at] as CompiledRule).definition;
    return signal && { id: signal.type, values: Object.assign(signalOf(at).factsAt(asOfMs, value), subject) };
  }

  function touchpointsOf(at: number, asOfMs: number, logOdds: number): readonly TouchpointShare[] {
    const value = signalValueOf(at);
    if (Number.isNaN(value)) return [];
    if (accumulates[at] && comesFromAbsence(evaluator.rules[at] as CompiledRule, value)) return [];
    const { signal } = (evaluator.rules[at] as CompiledRule).definition;
    const behind = signal === undefined ? (tellers.get(at)?.causes() ?? []) : [signalOf(at)];
    return shareTouchpoints(behind, asOfMs, logOdds);
  }

  function reasonsAt(asOfMs: number, touchpointsAt: typeof touchpointsOf): readonly Reason[] {
    const reasons: Reason[] = [];
    evaluator.rules.forEach(({ definition }, at) => {
      const logOdds = evaluator.contributions[at] as number;
      if (logOdds === 0) return;
      reasons.push({
        ruleKey: definition.key,
        logOdds,
        points: pointsFromLogOdds(logOdds),
        text: textOf(at, asOfMs),
        touchpoints: touchpointsAt(at, asOfMs, logOdds),
      });
    });
    return reasons.sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  }

  return {
    outlineReasons: (asOfMs) => reasonsAt(evaluator.seenFrom(asOfMs), () => []),
    detailReasons: (asOfMs) => reasonsAt(evaluator.seenFrom(asOfMs), touchpointsOf),
  };
}

/** For a rule that looks at nothing at all, which the check of rules refuses. */
const SILENT: ReasonText = { id: "other", values: { what: "" } };

function signalAccumulates<Kind extends SignalKind>(spec: SignalSpecs[Kind]): boolean {
  return signalTypeOf(spec)?.accumulates ?? false;
}

/** Whether touchpoints only took away from the points that none at all would give: then they are not behind them. */
function comesFromAbsence({ effect }: CompiledRule, value: number): boolean {
  const points = effect.pointsAt(value);
  return (points - effect.pointsAt(0)) * Math.sign(points) <= 0;
}
