import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFacts, anyInstants, anySignal, anyTouchpoints } from "../support/arbitraries";
import { naiveSignal } from "../support/naive-signal";
import { signalValues } from "../support/signal-values";
import { timesAsMany } from "../support/times-as-many";

/** Equal to twelve digits or so, missing where the other is missing. */
function expectSame(value: number, expected: number): void {
  if (Number.isNaN(expected)) expect(value).toBeNaN();
  else expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe("the sweep", () => {
  it("computes every signal at every instant as its definition says", () => {
    fc.assert(
      fc.property(anySignal, anyTouchpoints, anyFacts, anyInstants, (spec, touchpoints, known, instants) => {
        const swept = signalValues(spec, touchpoints, instants, known);
        instants.forEach((asOfMs, at) => {
          expectSame(swept[at]!, naiveSignal(spec, touchpoints, known, asOfMs));
        });
      }),
      { numRuns: timesAsMany(10) },
    );
  });
});
