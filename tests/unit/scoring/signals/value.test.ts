import { describe, expect, it } from "vitest";
import type { ValueSpec } from "@/lib/scoring/signal-spec";
import { type Happening, inDays, journey } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const latest: ValueSpec = {
  type: "value",
  filter: { kinds: ["nps-response"] },
  field: "value",
  statistic: "latest",
  windowDays: 365,
};
const mean: ValueSpec = { ...latest, statistic: "mean" };
const minimum: ValueSpec = { ...latest, statistic: "minimum" };

function answers(...given: readonly (readonly [daysAgo: number, value?: number])[]): readonly Happening[] {
  return given.map(([daysAgo, value]) => ({
    kind: "nps-response",
    daysAgo,
    ...(value === undefined ? {} : { value }),
  }));
}

describe("statistic of values in a window", () => {
  it.each([
    { what: "one answer", given: [[10, 7]], is: { latest: 7, mean: 7, minimum: 7 } },
    {
      what: "several answers",
      given: [
        [90, 9],
        [50, 2],
        [10, 7],
      ],
      is: { latest: 7, mean: 6, minimum: 2 },
    },
    {
      what: "an answer of 0",
      given: [
        [90, 9],
        [10, 0],
      ],
      is: { latest: 0, mean: 4.5, minimum: 0 },
    },
    {
      what: "two answers at once",
      given: [
        [50, 1],
        [10, 4],
        [10, 8],
      ],
      is: { latest: 6, mean: 13 / 3, minimum: 1 },
    },
    { what: "the last without a value", given: [[20, 3], [10]], is: { latest: 3, mean: 3, minimum: 3 } },
    { what: "one of two at once without a value", given: [[10], [10, 4]], is: { latest: 4, mean: 4, minimum: 4 } },
    {
      what: "an answer out of the window",
      given: [
        [365, 1],
        [364, 5],
      ],
      is: { latest: 5, mean: 5, minimum: 5 },
    },
    {
      what: "an answer in the future",
      given: [
        [3, 5],
        [-1, 1],
      ],
      is: { latest: 5, mean: 5, minimum: 5 },
    },
    {
      what: "negative values",
      given: [
        [9, -3],
        [4, -1],
      ],
      is: { latest: -1, mean: -2, minimum: -3 },
    },
  ] as const)("with $what", ({ given, is }) => {
    const touchpoints = journey(...answers(...(given as readonly (readonly [number, number?])[])));
    expect(signalNow(latest, touchpoints)).toBeCloseTo(is.latest, 12);
    expect(signalNow(mean, touchpoints)).toBeCloseTo(is.mean, 12);
    expect(signalNow(minimum, touchpoints)).toBe(is.minimum);
  });

  it.each([latest, mean, minimum])("is missing when no value was given: $statistic", (spec) => {
    expect(signalNow(spec, journey())).toBeNaN();
    expect(signalNow(spec, journey(...answers([10], [20])))).toBeNaN();
    expect(signalNow(spec, journey(...answers([366, 4])))).toBeNaN();
    expect(signalNow(spec, journey({ kind: "call", daysAgo: 4, value: 3 }))).toBeNaN();
  });

  it("reads the sentiment when asked to", () => {
    const spec: ValueSpec = { ...mean, filter: {}, field: "sentiment", windowDays: 60 };
    const touchpoints = journey(
      { kind: "call", daysAgo: 5, sentiment: -0.5, value: 100 },
      { kind: "nps-response", daysAgo: 3, sentiment: 0.25 },
      { kind: "login", daysAgo: 1 },
    );
    expect(signalNow(spec, touchpoints)).toBeCloseTo(-0.125, 12);
  });

  it("changes as answers come and go", () => {
    const touchpoints = journey(...answers([0, 2], [-100, 9]));
    const asOf = [-1, 0, 99, 100, 365, 465].map(inDays);
    expect(signalValues(latest, touchpoints, asOf)).toEqual([Number.NaN, 2, 2, 9, 9, Number.NaN]);
    expect(signalValues(minimum, touchpoints, asOf)).toEqual([Number.NaN, 2, 2, 2, 9, Number.NaN]);
    expect(signalValues(mean, touchpoints, asOf)).toEqual([Number.NaN, 2, 2, 5.5, 9, Number.NaN]);
  });

  it("rests on the answers its statistic comes from", () => {
    const touchpoints = journey(...answers([90, 2], [70, 9], [50, 2], [20, 5], [20, 7], [10]));
    expect(signalStory(latest, touchpoints).weights).toEqual({ 3: 1, 4: 1 });
    expect(signalStory(mean, touchpoints).weights).toEqual({ 0: 1, 1: 1, 2: 1, 3: 1, 4: 1 });
    expect(signalStory(minimum, touchpoints).weights).toEqual({ 0: 1, 2: 1 });
  });

  it("tells the amount, the window and what was asked for", () => {
    expect(signalStory(mean, journey(...answers([9, 4], [3, 5]))).facts).toEqual({
      amount: 4.5,
      days: 365,
      field: "value",
      statistic: "mean",
    });
  });
});
