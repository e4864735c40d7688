import { describe, expect, it } from "vitest";
import type { DaysSinceSpec } from "@/lib/scoring/signal-spec";
import { each, inDays, journey } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const sinceCall: DaysSinceSpec = { type: "days-since", filter: { kinds: ["call"] } };

describe("days since", () => {
  it.each([
    { what: "the only one", daysAgo: [12], days: 12 },
    { what: "the last of several", daysAgo: [40, 12.5, 20], days: 12.5 },
    { what: "one at the instant itself", daysAgo: [0], days: 0 },
    { what: "the last before the instant", daysAgo: [5, -2], days: 5 },
  ])("counts from $what", ({ daysAgo, days }) => {
    expect(signalNow(sinceCall, journey(...each("call", ...daysAgo)))).toBeCloseTo(days, 12);
  });

  it("is missing while it never happened", () => {
    expect(signalNow(sinceCall, journey())).toBeNaN();
    expect(signalNow(sinceCall, journey(...each("login", 3), ...each("call", -1)))).toBeNaN();
  });

  it("grows with time and falls back with the next touchpoint", () => {
    const values = signalValues(sinceCall, journey(...each("call", 0, -10)), [-5, 0, 9, 10, 11].map(inDays));
    expect(values).toEqual([Number.NaN, 0, 9, 0, 1]);
  });

  it("rests on the last touchpoint, or equally on all of the same instant", () => {
    expect(signalStory(sinceCall, journey(...each("call", 30, 4, 4), ...each("login", 1)))).toEqual({
      facts: { days: 4 },
      weights: { 1: 1, 2: 1 },
    });
  });

  it("tells whole days that have passed", () => {
    expect(signalStory(sinceCall, journey(...each("call", 6.9))).facts).toEqual({ days: 6 });
  });
});
