import { describe, expect, it } from "vitest";
import type { SilenceSpec } from "@/lib/scoring/signal-spec";
import { each, inDays, journey } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const silence: SilenceSpec = {
  type: "silence",
  filter: { kinds: ["login"] },
  regularity: 1,
  priorGapDays: 30,
  priorGaps: 2,
  unit: "bits",
};
const probability: SilenceSpec = { ...silence, unit: "probability" };
const weekly = each("login", 70, 63, 56, 49, 42, 35, 28, 21, 14, 7);
const monthly = each("login", 307, 277, 247, 217, 187, 157, 127, 97, 67, 37, 7);

describe("silence against the customer's own rhythm", () => {
  it("is missing while there is no touchpoint", () => {
    expect(signalNow(silence, journey(...each("call", 3)))).toBeNaN();
  });

  it("rests on the prior after a single touchpoint: Lomax tail (B / (B + x))^A with A = 2, B = 60", () => {
    expect(signalNow(probability, journey(...each("login", 60)))).toBeCloseTo((60 / 120) ** 2, 12);
    expect(signalNow(silence, journey(...each("login", 60)))).toBeCloseTo(2, 12);
  });

  it("learns from the customer's own gaps: A = 2 + 2, B = 60 + 20", () => {
    const everyTenDays = each("login", 40, 30, 20);
    expect(signalNow(probability, journey(...everyTenDays))).toBeCloseTo((80 / 100) ** 4, 12);
  });

  it("is no surprise at the moment of a touchpoint", () => {
    expect(signalNow(silence, journey(...each("login", 20, 10, 0)))).toBeCloseTo(0, 12);
    expect(signalNow(probability, journey(...each("login", 20, 10, 0)))).toBe(1);
  });

  it("finds the same gap more surprising for a customer who comes every week than for one who comes every month", () => {
    const inThirtyDays = [inDays(30)];
    const [weeklyBits] = signalValues(silence, journey(...weekly), inThirtyDays);
    const [monthlyBits] = signalValues(silence, journey(...monthly), inThirtyDays);
    expect(weeklyBits).toBeGreaterThan(monthlyBits! + 1);
  });

  it("grows with every day of silence", () => {
    const bits = signalValues(silence, journey(...weekly), [0, 7, 14, 28, 56, 365].map(inDays));
    expect([...bits].sort((a, b) => a - b)).toEqual(bits);
  });

  it("is the more surprised by a long gap the more regular the customer is taken to be", () => {
    const asOf = [inDays(50)];
    const bits = [1, 2, 3, 5, 10].map(
      (regularity) => signalValues({ ...silence, regularity }, journey(...weekly), asOf)[0]!,
    );
    expect([...bits].sort((a, b) => a - b)).toEqual(bits);
  });

  it("is the less surprised by a short gap the more regular the customer is taken to be", () => {
    const bits = [1, 2, 5].map((regularity) =>
      signalNow({ ...silence, regularity }, journey(...each("login", 30, 20, 10, 2))),
    );
    expect([...bits].sort((a, b) => b - a)).toEqual(bits);
  });

  it("takes several touchpoints of one UTC day for one occasion", () => {
    const once = journey(...each("login", 30, 20, 10));
    const often = journey(...each("login", 30.1, 30, 20.2, 20.1, 20, 10.1, 10));
    expect(signalNow(silence, often)).toBeCloseTo(signalNow(silence, once), 12);
  });

  it("measures the current gap from the last touchpoint of that day", () => {
    expect(signalNow(silence, journey(...each("login", 10.2, 10)))).toBeCloseTo(
      signalNow(silence, journey(...each("login", 10))),
      12,
    );
  });

  it("never goes beyond certainty and stays finite after ten years", () => {
    const [bits] = signalValues({ ...silence, regularity: 10 }, journey(...weekly), [inDays(3_650)]);
    expect(bits).toBeGreaterThan(50);
    expect(Number.isFinite(bits)).toBe(true);
  });

  it("rests on the last touchpoint and tells the usual gap, prior included", () => {
    const story = signalStory(silence, journey(...each("login", 40, 30, 20.5)));
    // 20.5 days before noon is midnight: days 40, 30 and 20 make gaps of 10 and 10.
    expect(story).toEqual({ facts: { days: 20, usualDays: 20 }, weights: { 2: 1 } });
  });
});
