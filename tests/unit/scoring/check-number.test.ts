import { describe, expect, it } from "vitest";
import { checkDays, checkNumber, type NumberRange } from "@/lib/scoring/check-number";
import { logOddsFromPoints, pointsFromLogOdds } from "@/lib/scoring/points";

function faultOf(value: number, range: NumberRange): string | undefined {
  const faults: string[] = [];
  checkNumber(value, range, "it", (path, message) => faults.push(`${path} ${message}`));
  expect(faults.length).toBeLessThanOrEqual(1);
  return faults[0];
}

describe("checking a number", () => {
  it.each<{ value: number; range: NumberRange; fault?: string }>([
    { value: 0, range: {} },
    { value: -1e300, range: {} },
    { value: Number.NaN, range: {}, fault: "it must be a finite number" },
    { value: Number.NEGATIVE_INFINITY, range: { to: 5 }, fault: "it must be a finite number" },
    { value: 0, range: { above: 0 }, fault: "it must be above 0, not 0" },
    { value: 1e-9, range: { above: 0 } },
    { value: 1, range: { from: 1 } },
    { value: 0.5, range: { from: 1 }, fault: "it must be at least 1, not 0.5" },
    { value: 5, range: { to: 5 } },
    { value: 5.1, range: { to: 5 }, fault: "it must be at most 5, not 5.1" },
    { value: 5.1, range: { to: 5, whole: true }, fault: "it must be a whole number, not 5.1" },
    { value: 4, range: { to: 5, whole: true } },
  ])("of $value within $range finds $fault", ({ value, range, fault }) => {
    expect(faultOf(value, range)).toBe(fault);
  });

  it("takes days above 0 and up to ten years", () => {
    const faults: string[] = [];
    for (const days of [0, 0.01, 3_650, 3_651]) checkDays(days, `${days}`, (path) => faults.push(path));
    expect(faults).toEqual(["0", "3651"]);
  });
});

describe("points", () => {
  it.each([
    { points: 20, oddsTimes: 2 },
    { points: 40, oddsTimes: 4 },
    { points: -20, oddsTimes: 0.5 },
    { points: 0, oddsTimes: 1 },
    { points: 10, oddsTimes: Math.SQRT2 },
  ])("$points multiply the odds by $oddsTimes", ({ points, oddsTimes }) => {
    expect(Math.exp(logOddsFromPoints(points))).toBeCloseTo(oddsTimes, 12);
    expect(pointsFromLogOdds(logOddsFromPoints(points))).toBeCloseTo(points, 12);
  });
});
