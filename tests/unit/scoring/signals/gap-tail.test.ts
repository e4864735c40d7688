import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { log2GapTail } from "@/lib/scoring/signals/gap-tail";

/** P(X > x) for X | rate ~ Gamma(k, rate), rate ~ Gamma(k n, S), by numerical integration of the beta prime density. */
function integratedTail(gapDays: number, regularity: number, gaps: number, gapsDays: number): number {
  const upTo = gapDays / (gapDays + gapsDays);
  const a = regularity;
  const b = regularity * gaps;
  const density = (u: number) => u ** (a - 1) * (1 - u) ** (b - 1);
  return simpson(density, upTo, 1) / simpson(density, 0, 1);
}

function simpson(f: (u: number) => number, from: number, to: number): number {
  const steps = 2_000;
  const width = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let at = 1; at < steps; at++) sum += f(from + at * width) * (at % 2 === 0 ? 2 : 4);
  return (sum * width) / 3;
}

describe("tail probability of a gap", () => {
  it.each([
    { gapDays: 10, regularity: 1, gaps: 4, gapsDays: 40 },
    { gapDays: 100, regularity: 1, gaps: 4, gapsDays: 40 },
    { gapDays: 10, regularity: 2, gaps: 3, gapsDays: 30 },
    { gapDays: 25, regularity: 3, gaps: 5, gapsDays: 60 },
    { gapDays: 3, regularity: 5, gaps: 2, gapsDays: 20 },
    { gapDays: 40, regularity: 10, gaps: 2, gapsDays: 50 },
  ])("agrees with numerical integration at $gapDays days, regularity $regularity", (evidence) => {
    const { gapDays, regularity, gaps, gapsDays } = evidence;
    expect(2 ** log2GapTail(evidence)).toBeCloseTo(integratedTail(gapDays, regularity, gaps, gapsDays), 8);
  });

  it("is the Lomax tail for regularity 1", () => {
    expect(2 ** log2GapTail({ gapDays: 30, regularity: 1, gaps: 3, gapsDays: 90 })).toBeCloseTo((90 / 120) ** 3, 14);
  });

  it("comes close to the exponential tail when the rhythm is well known", () => {
    const gaps = 1e6;
    expect(2 ** log2GapTail({ gapDays: 20, regularity: 1, gaps, gapsDays: 10 * gaps })).toBeCloseTo(Math.exp(-2), 5);
  });

  it("comes close to the Erlang tail when the rhythm is well known", () => {
    const gaps = 1e6;
    // Shape 2 with mean 10: rate 0.2, P(X > 20) = e^-4 (1 + 4).
    expect(2 ** log2GapTail({ gapDays: 20, regularity: 2, gaps, gapsDays: 10 * gaps })).toBeCloseTo(
      Math.exp(-4) * 5,
      5,
    );
  });

  it("is certain for a gap of nothing, or less", () => {
    expect(log2GapTail({ gapDays: 0, regularity: 3, gaps: 2, gapsDays: 10 })).toBe(0);
    expect(log2GapTail({ gapDays: -1, regularity: 3, gaps: 2, gapsDays: 10 })).toBe(0);
  });

  it("is never above certainty and falls with the gap", () => {
    const anything = {
      regularity: fc.integer({ min: 1, max: 10 }),
      gaps: fc.double({ min: 0.1, max: 1_000, noNaN: true }),
      gapsDays: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
      gapDays: fc.double({ min: 0, max: 10_000, noNaN: true }),
      longer: fc.double({ min: 0, max: 1_000, noNaN: true }),
    };
    fc.assert(
      fc.property(fc.record(anything), ({ longer, ...evidence }) => {
        const tail = log2GapTail(evidence);
        const longerTail = log2GapTail({ ...evidence, gapDays: evidence.gapDays + longer });
        expect(tail).toBeLessThanOrEqual(0);
        expect(longerTail).toBeLessThanOrEqual(tail + 1e-9);
        expect(Number.isFinite(longerTail)).toBe(true);
      }),
    );
  });
});
