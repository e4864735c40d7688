import { compileSignals } from "@/lib/scoring/compile-signals";
import { logOddsFromPoints } from "@/lib/scoring/points";
import { type ApplyGroupCaps, compileGroupCaps } from "@/lib/scoring/rules/compile-group-caps";
import { type CompiledRule, compileRule, pointsOf } from "@/lib/scoring/rules/compile-rule";
import type { ScoringConfiguration } from "@/lib/scoring/scoring-configuration";
import type { Signal } from "@/lib/scoring/signals/signal-type";
import { StreamCollector } from "@/lib/scoring/sweep/stream-dispatch";
import { Sweep } from "@/lib/scoring/sweep/sweep";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";

/** Takes one customer at a time through the sweep and keeps what the last instant gave, without allocating. */
export class Evaluator {
  readonly rules: readonly CompiledRule[];
  readonly signals: readonly Signal[];
  /** The position of each rule's signal. */
  readonly signalOfRule: Int32Array;
  /** The signals' values at the last instant; NaN is missing. */
  readonly values: Float64Array;
  /** The rules' contributions in log-odds at the last instant, group caps applied. */
  readonly contributions: Float64Array;
  readonly sweep = new Sweep();
  private readonly intercept: number;
  private readonly applyGroupCaps: ApplyGroupCaps;

  /** Takes a configuration that has been checked. */
  constructor({ kinds, rules, groups = [], model }: ScoringConfiguration) {
    const collector = new StreamCollector(kinds);
    const { signals, signalOfRule } = compileSignals(rules, { sweep: this.sweep, collector });
    this.sweep.route(collector.dispatch());
    this.rules = rules.map((rule) => compileRule(rule, model.weights.get(rule.key) ?? 1));
    this.signals = signals;
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
    const { signals, values, rules, signalOfRule, contributions } = this;
    this.sweep.advanceTo(asOfMs);
    for (let at = 0; at < signals.length; at++) values[at] = (signals[at] as Signal).valueAt(asOfMs);
    for (let at = 0; at < rules.length; at++) {
      const value = values[signalOfRule[at] as number] as number;
      contributions[at] = logOddsFromPoints(pointsOf(rules[at] as CompiledRule, value));
    }
    this.applyGroupCaps(contributions);
    let logOdds = this.intercept;
    for (let at = 0; at < contributions.length; at++) logOdds += contributions[at] as number;
    return logOdds;
  }
}
