import { describe, expect, it } from "vitest";
import type { MissingPolicy, SignalRule } from "@/lib/scoring/rule-definition";
import { compileRule, pointsOf } from "@/lib/scoring/rules/compile-rule";
import { ramp, rule, step } from "../support/rules";

function pointsAt(value: number, given: Partial<SignalRule>, times?: number): number {
  return pointsOf(compileRule(rule(given)), value, times);
}

describe("points of a rule", () => {
  it("are those of its effect", () => {
    expect(pointsAt(2, { effect: step([1, 8], [2, 18]) })).toBe(18);
    expect(pointsAt(0.5, { effect: ramp(0, 1, 30) })).toBe(15);
  });

  it("count as many times as an exception says", () => {
    expect(pointsAt(1, { effect: step([1, 8]) }, 1.5)).toBe(12);
    expect(pointsAt(1, { effect: step([1, 8]) }, 0)).toBe(0);
  });

  it.each([
    { points: 8, times: 1, capped: 8 },
    { points: 20, times: 1, capped: 10 },
    { points: 8, times: 3, capped: 10 },
    { points: -8, times: 3, capped: -10 },
    { points: 20, times: 0.5, capped: 10 },
    { points: 20, times: 0.25, capped: 5 },
  ])("stay within its cap of 10: $points x $times is $capped", ({ points, times, capped }) => {
    expect(pointsAt(1, { effect: step([1, points]), capPoints: 10 }, times)).toBe(capped);
  });

  it.each<{ missing: MissingPolicy; raising: number; lowering: number; both: number }>([
    { missing: "ignore", raising: 0, lowering: 0, both: 0 },
    { missing: "neutral", raising: 15, lowering: -6, both: 6 },
    { missing: "counts-against", raising: 30, lowering: 0, both: 24 },
  ])("when the signal is missing and that is to $missing", ({ missing, raising, lowering, both }) => {
    expect(pointsAt(Number.NaN, { missing, effect: ramp(0, 1, 30) })).toBe(raising);
    expect(pointsAt(Number.NaN, { missing, effect: ramp(0, 1, -12) })).toBe(lowering);
    expect(pointsAt(Number.NaN, { missing, effect: step([0, 24], [7, 0], [9, -12]) })).toBe(both);
  });

  it("multiply and cap what a missing signal gives, too", () => {
    const missing: Partial<SignalRule> = { missing: "counts-against", effect: ramp(0, 1, 30), capPoints: 20 };
    expect(pointsAt(Number.NaN, missing, 0.5)).toBe(15);
    expect(pointsAt(Number.NaN, missing, 2)).toBe(20);
  });
});
