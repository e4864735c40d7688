import { describe, expect, it } from "vitest";
import type { CountSpec } from "@/lib/scoring/signal-spec";
import { each, journey, NOW_MS } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const complaints: CountSpec = { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 };

describe("count in a window", () => {
  it.each([
    { what: "nothing", daysAgo: [], count: 0 },
    { what: "one inside", daysAgo: [10], count: 1 },
    { what: "three inside", daysAgo: [10, 20, 59.9], count: 3 },
    { what: "one outside", daysAgo: [61], count: 0 },
    { what: "at the instant itself", daysAgo: [0], count: 1 },
    { what: "exactly at the beginning of the window, which is open", daysAgo: [60], count: 0 },
    { what: "a millisecond inside", daysAgo: [60 - 1 / 86_400_000], count: 1 },
    { what: "after the instant", daysAgo: [-1], count: 0 },
    { what: "several at one instant", daysAgo: [5, 5, 5], count: 3 },
    { what: "inside, outside and after", daysAgo: [-3, 0, 30, 60, 90], count: 2 },
  ])("counts $count with $what", ({ daysAgo, count }) => {
    expect(signalNow(complaints, journey(...each("complaint", ...daysAgo)))).toBe(count);
  });

  it("counts only what its filter takes", () => {
    const mixed = journey(...each("complaint", 1, 2), ...each("purchase", 1, 2, 3), ...each("return", 4));
    expect(signalNow(complaints, mixed)).toBe(2);
    expect(signalNow({ ...complaints, filter: {} }, mixed)).toBe(6);
    expect(signalNow({ ...complaints, filter: { categories: ["purchase"] } }, mixed)).toBe(4);
    expect(signalNow({ ...complaints, filter: { categories: ["purchase"], valences: [-1] } }, mixed)).toBe(1);
    expect(signalNow({ ...complaints, filter: { valences: [-1] } }, mixed)).toBe(3);
    expect(signalNow({ ...complaints, filter: { kinds: ["complaint", "purchase"], valences: [1] } }, mixed)).toBe(3);
  });

  it("counts nothing where the parts of a filter exclude each other", () => {
    const spec: CountSpec = { ...complaints, filter: { kinds: ["complaint"], categories: ["usage"] } };
    expect(signalNow(spec, journey(...each("complaint", 1), ...each("login", 1)))).toBe(0);
  });

  it("lets touchpoints leave the window as time passes", () => {
    const day = 86_400_000;
    const asOf = [-30, -1, 0, 29, 30, 31, 400].map((days) => NOW_MS + days * day);
    expect(signalValues(complaints, journey(...each("complaint", 40, 30, 0)), asOf)).toEqual([2, 2, 3, 2, 1, 1, 0]);
  });

  it("names the touchpoints in the window, each with the same weight", () => {
    const story = signalStory(complaints, journey(...each("complaint", 70, 20, 10), ...each("login", 15)));
    expect(story).toEqual({ facts: { count: 2, days: 60 }, weights: { 1: 1, 3: 1 } });
  });

  it("takes windows that are not whole days", () => {
    const spec: CountSpec = { ...complaints, windowDays: 0.5 };
    expect(signalNow(spec, journey(...each("complaint", 0.4, 0.6)))).toBe(1);
  });
});
