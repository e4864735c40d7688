import type { Effect, StepEffect } from "@/lib/scoring/rule-definition";
import type { SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { ReasonText } from "@/lib/scoring/types";

/** What an effect gives, piece by piece: "1 gives +8", "2 give +18", "3 or more give +34". */
export function describeEffect(effect: Effect, signal: SignalSpec | undefined): readonly ReasonText[] {
  if (effect.type === "points") return [{ id: "gives.points", values: { points: effect.points } }];
  if (effect.type === "step") return describeSteps(effect, signal ? scaleOf(signal) : "number");
  const { from, to, points } = effect;
  return [{ id: from < to ? "gives.rampUp" : "gives.rampDown", values: { from, to, points } }];
}

function scaleOf<Kind extends SignalKind>(spec: SignalSpecs[Kind]): "number" | "whole" | "yes-no" {
  return signalTypeOf(spec)?.scale ?? "number";
}

function describeSteps({ thresholds }: StepEffect, scale: ReturnType<typeof scaleOf>): readonly ReasonText[] {
  const ascending = [...thresholds].sort((a, b) => a.from - b.from);
  return ascending.map(({ from, points }, at): ReasonText => {
    const next = ascending[at + 1]?.from;
    if (scale === "yes-no" && ascending.length === 1 && from > 0 && from <= 1)
      return { id: "gives.yes", values: { points } };
    if (next === undefined) return { id: "gives.from", values: { from, points } };
    if (scale !== "whole" || !Number.isInteger(from) || !Number.isInteger(next))
      return { id: "gives.below", values: { from, next, points } };
    if (next === from + 1) return { id: "gives.just", values: { from, points } };
    return { id: "gives.range", values: { from, to: next - 1, points } };
  });
}
