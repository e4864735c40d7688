import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf } from "@/lib/bands/band-of";
import { BANDS } from "@/lib/bands/bands";

const FLOORS = { watch: 0.1, "at-risk": 0.25, critical: 0.5 };
const anyProbability = fc.double({ min: 0, max: 1, noNaN: true });
const anyFloors = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 3 })
  .map((thousandths) => thousandths.sort((a, b) => a - b).map((value) => value / 1_000))
  .map(([watch = 0, atRisk = 0, critical = 0]) => ({ watch, "at-risk": atRisk, critical }));

describe("the band of a probability", () => {
  it.each([
    [0, "calm"],
    [0.1 - Number.EPSILON, "calm"],
    [0.1, "watch"],
    [0.25 - Number.EPSILON, "watch"],
    [0.25, "at-risk"],
    [0.5 - Number.EPSILON, "at-risk"],
    [0.5, "critical"],
    [1, "critical"],
  ])("%d is %s", (probability, band) => expect(bandOf(probability, FLOORS)).toBe(band));

  it("begins with its floor, whatever the admin chose", () => {
    fc.assert(
      fc.property(anyFloors, (floors) => {
        for (const band of ["watch", "at-risk", "critical"] as const) {
          expect(bandOf(floors[band], floors)).toBe(band);
          expect(bandOf(floors[band] - 1e-12, floors)).toBe(BANDS[BANDS.indexOf(band) - 1]);
        }
      }),
    );
  });

  it("never falls while the probability rises", () => {
    fc.assert(
      fc.property(anyFloors, anyProbability, anyProbability, (floors, one, other) => {
        const low = BANDS.indexOf(bandOf(Math.min(one, other), floors));
        expect(BANDS.indexOf(bandOf(Math.max(one, other), floors))).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});
