import { describe, expect, it } from "vitest";
import type { SequenceSpec } from "@/lib/scoring/signal-spec";
import { each, inDays, journey } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const complaintAfterIncrease: SequenceSpec = {
  type: "sequence",
  first: { kinds: ["price-increase"] },
  next: { kinds: ["complaint"] },
  withinDays: 30,
  windowDays: 90,
};

describe("sequence", () => {
  it.each([
    { what: "nothing happened", first: [], next: [], count: 0 },
    { what: "only the first happened", first: [10], next: [], count: 0 },
    { what: "only the second happened", first: [], next: [10], count: 0 },
    { what: "the second followed", first: [20], next: [10], count: 1 },
    { what: "they came the other way round", first: [10], next: [20], count: 0 },
    { what: "they came at the same instant", first: [10], next: [10], count: 0 },
    { what: "the second followed by exactly the limit", first: [40], next: [10], count: 1 },
    { what: "the second followed too late", first: [41], next: [10], count: 0 },
    { what: "the second followed twice", first: [20], next: [10, 5], count: 2 },
    { what: "it followed only the later of two", first: [80, 20], next: [10], count: 1 },
    { what: "it followed two", first: [20, 15], next: [10], count: 1 },
    { what: "the second is out of the window, though followed", first: [100], next: [90], count: 0 },
    { what: "the first is out of the window, the second not", first: [100], next: [89], count: 1 },
    { what: "the second is in the future", first: [5], next: [-1], count: 0 },
  ])("counts $count when $what", ({ first, next, count }) => {
    const touchpoints = journey(...each("price-increase", ...first), ...each("complaint", ...next));
    expect(signalNow(complaintAfterIncrease, touchpoints)).toBe(count);
  });

  it("can follow itself, but a touchpoint never follows itself", () => {
    const again: SequenceSpec = { ...complaintAfterIncrease, first: { kinds: ["complaint"] } };
    expect(signalNow(again, journey(...each("complaint", 10)))).toBe(0);
    expect(signalNow(again, journey(...each("complaint", 10, 10)))).toBe(0);
    expect(signalNow(again, journey(...each("complaint", 30, 20, 10)))).toBe(2);
  });

  it("remembers what followed until it leaves the window", () => {
    const touchpoints = journey(...each("price-increase", 10), ...each("complaint", 0, -50));
    const asOf = [-1, 0, 50, 89, 90].map(inDays);
    expect(signalValues(complaintAfterIncrease, touchpoints, asOf)).toEqual([0, 1, 1, 1, 0]);
  });

  it("rests half on what followed and half on what came last before it", () => {
    const touchpoints = journey(...each("price-increase", 28, 20), ...each("complaint", 10));
    expect(signalStory(complaintAfterIncrease, touchpoints)).toEqual({
      facts: { count: 1, withinDays: 30, days: 90 },
      weights: { 1: 0.5, 2: 0.5 },
    });
  });

  it("divides the first half between those that came before at the same instant", () => {
    const touchpoints = journey(...each("price-increase", 20, 20), ...each("complaint", 10, 5));
    expect(signalStory(complaintAfterIncrease, touchpoints).weights).toEqual({ 0: 0.5, 1: 0.5, 2: 0.5, 3: 0.5 });
  });
});
