import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { TouchpointColumns } from "@/lib/scoring/types";
import { anyFilter, anySignal, anyTouchpoints } from "../support/arbitraries";
import { NOW_MS } from "../support/journey";
import { signalNow, signalStory } from "../support/signal-values";

/** The same touchpoints without one of them. */
function without(touchpoints: TouchpointColumns, index: number): TouchpointColumns {
  const keep = (_: unknown, at: number) => at !== index;
  return {
    length: touchpoints.length - 1,
    occurredAtMs: touchpoints.occurredAtMs.filter(keep),
    kindId: touchpoints.kindId.filter(keep),
    value: touchpoints.value.filter(keep),
    sentiment: touchpoints.sentiment.filter(keep),
  };
}

function total(weights: Readonly<Record<string, number>>): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight, 0);
}

describe("weights of touchpoints", () => {
  it("are above 0 and on touchpoints up to now", () => {
    fc.assert(
      fc.property(anySignal, anyTouchpoints, (spec, touchpoints) => {
        for (const [index, weight] of Object.entries(signalStory(spec, touchpoints).weights)) {
          expect(weight).toBeGreaterThan(0);
          expect(touchpoints.occurredAtMs[Number(index)]).toBeLessThanOrEqual(NOW_MS);
        }
      }),
    );
  });

  it("sum to a count, to a decayed sum, to what is unresolved and to the pairs of a sequence", () => {
    const anyAdditive: fc.Arbitrary<SignalSpec> = anySignal.filter(
      (spec) =>
        spec.type === "count" ||
        (spec.type === "decayed-sum" && spec.measure === "count") ||
        spec.type === "unresolved" ||
        spec.type === "sequence",
    );
    fc.assert(
      fc.property(anyAdditive, anyTouchpoints, (spec, touchpoints) => {
        expect(total(signalStory(spec, touchpoints).weights)).toBeCloseTo(signalNow(spec, touchpoints), 9);
      }),
    );
  });

  it("are what each touchpoint adds to a count or a decayed sum", () => {
    fc.assert(
      fc.property(anyFilter, fc.boolean(), anyTouchpoints, fc.nat(), (filter, isCount, touchpoints, pick) => {
        fc.pre(touchpoints.length > 0);
        const spec: SignalSpec = isCount
          ? { type: "count", filter, windowDays: 90 }
          : { type: "decayed-sum", filter, halfLifeDays: 45, measure: "count" };
        const index = pick % touchpoints.length;
        const added = signalNow(spec, touchpoints) - signalNow(spec, without(touchpoints, index));
        expect(signalStory(spec, touchpoints).weights[index] ?? 0).toBeCloseTo(added, 9);
      }),
    );
  });

  it("are on touchpoints without which the latest value, the minimum or the last time is another, or equal", () => {
    const anyExtreme = anySignal.filter(
      (spec) => spec.type === "days-since" || (spec.type === "value" && spec.statistic === "minimum"),
    );
    fc.assert(
      fc.property(anyExtreme, anyTouchpoints, (spec, touchpoints) => {
        const { weights } = signalStory(spec, touchpoints);
        const value = signalNow(spec, touchpoints);
        for (let index = 0; index < touchpoints.length; index++) {
          const remaining = signalNow(spec, without(touchpoints, index));
          if (weights[index] === undefined) expect(remaining).toEqual(value);
          else expect(Number.isNaN(remaining) || remaining >= value).toBe(true);
        }
      }),
    );
  });
});
