import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/scoring/day";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { TouchpointColumns } from "@/lib/scoring/types";
import { anyFilter, anyTouchpoints } from "../support/arbitraries";
import { facts, inDays } from "../support/journey";
import { signalValues } from "../support/signal-values";

/** Instants from the last touchpoint on: nothing happens, only time passes. */
function afterwards(touchpoints: TouchpointColumns, steps: readonly number[]): readonly number[] {
  const lastMs = touchpoints.occurredAtMs[touchpoints.length - 1] ?? inDays(0);
  let days = 0;
  return [0, ...steps].map((step) => {
    days += step;
    return lastMs + days * DAY_MS;
  });
}

const anySteps = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 });

function checkValues(specOf: (filter: object) => SignalSpec, check: (values: readonly number[]) => void): void {
  fc.assert(
    fc.property(anyFilter, anyTouchpoints, anySteps, (filter, touchpoints, steps) => {
      const instants = afterwards(touchpoints, steps);
      check(signalValues(specOf(filter), touchpoints, instants, facts({ renewsOnMs: inDays(30) })));
    }),
  );
}

function expectNoRise(values: readonly number[]): void {
  for (let at = 1; at < values.length; at++) expect(values[at]).toBeLessThanOrEqual(values[at - 1]! + 1e-12);
}

function expectNoFall(values: readonly number[]): void {
  if (values.some(Number.isNaN)) return;
  for (let at = 1; at < values.length; at++) expect(values[at]).toBeGreaterThanOrEqual(values[at - 1]! - 1e-12);
}

describe("while nothing happens", () => {
  it("a count falls to nothing", () => {
    checkValues((filter) => ({ type: "count", filter, windowDays: 60 }), expectNoRise);
  });

  it("a decayed sum fades", () => {
    checkValues((filter) => ({ type: "decayed-sum", filter, measure: "count" }), expectNoRise);
  });

  it("a decayed sum fades by the half-life exactly", () => {
    checkValues(
      (filter) => ({ type: "decayed-sum", filter, halfLifeDays: 30, measure: "count" }),
      (values) => expect(values.every((value) => value >= 0)).toBe(true),
    );
    fc.assert(
      fc.property(anyFilter, anyTouchpoints, fc.integer({ min: 0, max: 300 }), (filter, touchpoints, days) => {
        const spec: SignalSpec = { type: "decayed-sum", filter, halfLifeDays: 30, measure: "count" };
        const [before, after] = signalValues(spec, touchpoints, afterwards(touchpoints, [days]));
        expect(after).toBeCloseTo(before! * 0.5 ** (days / 30), 10);
      }),
    );
  });

  it("days since and silence grow", () => {
    checkValues((filter) => ({ type: "days-since", filter }), expectNoFall);
    checkValues(
      (filter) => ({ type: "silence", filter, regularity: 2, priorGapDays: 20, priorGaps: 2, unit: "bits" }),
      expectNoFall,
    );
  });

  it("the probability of a silence falls, and is a probability", () => {
    checkValues(
      (filter) => ({ type: "silence", filter, regularity: 3, priorGapDays: 20, priorGaps: 2, unit: "probability" }),
      (values) => {
        if (values.some(Number.isNaN)) return;
        expectNoRise(values);
        for (const value of values) expect(value >= 0 && value <= 1).toBe(true);
      },
    );
  });

  it("tenure grows and the renewal comes nearer, day by day", () => {
    checkValues(() => ({ type: "tenure" }), expectNoFall);
    checkValues(() => ({ type: "days-to-renewal" }), expectNoRise);
  });

  it("the frequency of a lifetime falls", () => {
    checkValues(
      (filter) => ({ type: "lifetime-frequency", filter }),
      (values) => expectNoRise(values.filter((value) => !Number.isNaN(value))),
    );
  });

  it("a minimum and a latest value stay until they leave the window", () => {
    for (const statistic of ["latest", "mean", "minimum"] as const) {
      checkValues(
        (filter) => ({ type: "value", filter, field: "value", statistic, windowDays: 3_650 }),
        (values) => {
          for (const value of values) expect(value).toEqual(values[0]);
        },
      );
    }
  });

  it("what was followed in a sequence is forgotten with the window", () => {
    checkValues(
      (filter) => ({ type: "sequence", first: {}, next: filter, withinDays: 30, windowDays: 60 }),
      expectNoRise,
    );
  });
});
