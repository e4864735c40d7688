import { describe, expect, it } from "vitest";
import type { DecayedSumSpec } from "@/lib/scoring/signal-spec";
import { each, inDays, journey } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const fading: DecayedSumSpec = {
  type: "decayed-sum",
  filter: { kinds: ["complaint"] },
  halfLifeDays: 30,
  measure: "count",
};

describe("decayed sum", () => {
  it.each([
    { what: "nothing", daysAgo: [], sum: 0 },
    { what: "one today", daysAgo: [0], sum: 1 },
    { what: "one a half-life ago", daysAgo: [30], sum: 0.5 },
    { what: "one two half-lives ago", daysAgo: [60], sum: 0.25 },
    { what: "all of them", daysAgo: [60, 30, 0], sum: 1.75 },
    { what: "two at the same instant", daysAgo: [30, 30], sum: 1 },
    { what: "one tomorrow", daysAgo: [-1], sum: 0 },
  ])("of $what is $sum", ({ daysAgo, sum }) => {
    expect(signalNow(fading, journey(...each("complaint", ...daysAgo)))).toBeCloseTo(sum, 12);
  });

  it("takes the half-life of each kind when none is given", () => {
    const spec: DecayedSumSpec = { type: "decayed-sum", filter: { categories: ["purchase"] }, measure: "count" };
    // Purchases fade by half in 60 days, returns in 30.
    expect(signalNow(spec, journey(...each("purchase", 60), ...each("return", 60)))).toBeCloseTo(0.5 + 0.25, 12);
    expect(signalNow(spec, journey(...each("return", 90), ...each("purchase", 120, 0)))).toBeCloseTo(0.125 + 1.25, 12);
  });

  it("sums values where they are given", () => {
    const spec: DecayedSumSpec = { ...fading, filter: { kinds: ["purchase"] }, measure: "value" };
    const bought = journey(
      { kind: "purchase", daysAgo: 60, value: 400 },
      { kind: "purchase", daysAgo: 45 },
      { kind: "purchase", daysAgo: 30, value: -10 },
      { kind: "purchase", daysAgo: 0, value: 7 },
    );
    expect(signalNow(spec, bought)).toBeCloseTo(100 - 5 + 7, 10);
  });

  it("fades between instants, and takes in what happened in between", () => {
    const values = signalValues(fading, journey(...each("complaint", 0, -30)), [-1, 0, 15, 30, 60].map(inDays));
    const expected = [0, 1, Math.SQRT1_2, 1.5, 0.75];
    values.forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at]!, 12);
    });
  });

  it("is not disturbed by ages beyond any half-life", () => {
    const spec: DecayedSumSpec = { ...fading, halfLifeDays: 0.01 };
    expect(signalNow(spec, journey(...each("complaint", 3_000, 2_000)))).toBe(0);
    expect(signalNow(spec, journey(...each("complaint", 3_000, 0)))).toBe(1);
  });

  it("weighs touchpoints by what is left of them and counts those not yet forgotten", () => {
    const story = signalStory(fading, journey(...each("complaint", 151, 30, 7)));
    expect(story.facts).toEqual({
      amount: expect.closeTo(0.5 + 2 ** (-7 / 30) + 2 ** (-151 / 30), 9),
      count: 2,
      days: 7,
    });
    expect(story.weights).toEqual({
      0: expect.closeTo(2 ** (-151 / 30), 12),
      1: expect.closeTo(0.5, 12),
      2: expect.closeTo(2 ** (-7 / 30), 12),
    });
  });

  it("weighs values by their amount, and those without one not at all", () => {
    const spec: DecayedSumSpec = { ...fading, filter: {}, measure: "value" };
    const story = signalStory(
      spec,
      journey(
        { kind: "return", daysAgo: 30, value: -8 },
        { kind: "call", daysAgo: 20 },
        { kind: "purchase", daysAgo: 0, value: 3 },
      ),
    );
    expect(story.weights).toEqual({ 0: expect.closeTo(4, 12), 2: 3 });
  });

  it("has no last time when nothing happened", () => {
    expect(signalStory(fading, journey()).facts).toEqual({ amount: 0, count: 0, days: 0 });
  });
});
