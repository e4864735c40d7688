import { compileSignals } from "@/lib/scoring/compile-signals";
import { logOddsFromPoints } from "@/lib/scoring/points";
import { compileGates, type Gate, timesOf } from "@/lib/scoring/rules/compile-gates";
import { type ApplyGroupCaps, compileGroupCaps } from "@/lib/scoring/rules/compile-group-caps";
import { type CompiledRule, compileRule, pointsOf } from "@/lib/scoring/rules/compile-rule";
import type { ScoringConfiguration } from "@/lib/scoring/scoring-configuration";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { Signal } from "@/lib/scoring/signals/signal-type";
import { StreamCollector } from "@/lib/scoring/sweep/stream-dispatch";
import { Sweep } from "@/lib/scoring/sweep/sweep";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";

/** Takes one customer at a time through the sweep and keeps what the last instant gave, without allocating. */
export class Evaluator {
  readonly rules: readonly CompiledRule[];
  /** Of the rules that have a condition or exceptions. */
  readonly gates: readonly Gate[];
  readonly signals: readonly Signal[];
  /** The position of each rule's signal. */
  readonly signalOfRule: Int32Array;
  /** The signals' values at the last instant; NaN is missing. */
  readonly values: Float64Array;
  /** The rules' contributions in log-odds at the last instant: capped points times the model's weight. */
  readonly contributions: Float64Array;
  /** The position of a signal that a rule or one of its conditions looks at. */
  readonly positionOf: (spec: SignalSpec) => number;
  /** The instant that signals are seen from: the as-of instant, or with a learned model the end of its local day. */
  readonly seenFrom: (asOfMs: number) => number;
  readonly intercept: number;
  readonly sweep = new Sweep();
  private readonly weights: Float64Array;
  private readonly applyGroupCaps: ApplyGroupCaps;

  /** Takes a configuration that has been checked. */
  constructor({ kinds, rules, groups = [], model, learned }: ScoringConfiguration) {
    const collector = new StreamCollector(kinds);
    const { signals, signalOfRule, positionOf } = compileSignals(rules, { sweep: this.sweep, collector });
    for (const { spec } of learned?.parameters.signals ?? []) positionOf(spec);
    this.seenFrom = learned ? (asOfMs) => learned.days.endOf(learned.days.dayOf(asOfMs)) : (asOfMs) => asOfMs;
    this.sweep.route(collector.dispatch());
    this.rules = rules.map(compileRule);
    this.weights = Float64Array.from(rules, (rule) => model.weights.get(rule.key) ?? 1);
    this.gates = compileGates(rules, positionOf);
    this.signals = signals;
    this.positionOf = positionOf;
    this.signalOfRule = signalOfRule;
    this.values = new Float64Array(signals.length);
    this.contributions = new Float64Array(rules.length);
    this.intercept = model.intercept;
    this.applyGroupCaps = compileGroupCaps({ rules, groups });
  }

  begin(touchpoints: TouchpointColumns, facts: CustomerFacts): void {
    this.sweep.begin(touchpoints, facts);
    for (const signal of this.signals) signal.reset();
  }

  /** The log-odds as of an instant not before the last one. */
  evaluateAt(asOfMs: number): number {
    const { signals, values, rules, signalOfRule, contributions, weights } = this;
    this.sweep.advanceTo(asOfMs);
    const seenMs = this.seenFrom(asOfMs);
    for (let at = 0; at < signals.length; at++) values[at] = (signals[at] as Signal).valueAt(seenMs);
    for (let at = 0; at < rules.length; at++) {
      const value = values[signalOfRule[at] as number] as number;
      contributions[at] = logOddsFromPoints(pointsOf(rules[at] as CompiledRule, value));
    }
    for (const gate of this.gates) this.applyGate(gate);
    this.applyGroupCaps(contributions);
    let logOdds = this.intercept;
    for (let at = 0; at < contributions.length; at++) {
      const contribution = (contributions[at] as number) * (weights[at] as number);
      contributions[at] = contribution;
      logOdds += contribution;
    }
    return logOdds;
  }

  /** Touchpoints up to the last instant. */
  reached(): number {
    return this.sweep.reached;
  }

  private applyGate(gate: Gate): void {
    const { values, contributions } = this;
    const times = timesOf(gate, values);
    if (times === 1) return;
    const value = values[this.signalOfRule[gate.rule] as number] as number;
    contributions[gate.rule] = logOddsFromPoints(pointsOf(this.rules[gate.rule] as CompiledRule, value, times));
  }
}
