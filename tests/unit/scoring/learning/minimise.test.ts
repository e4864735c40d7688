import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimise } from "@/lib/scoring/learning/minimise";

const OPTIONS = { size: 0.5, mostSteps: 2_000, tolerance: 1e-14 } as const;

describe("minimise", () => {
  it("finds the bottom of a bowl, wherever it is", () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate), (bottom) => {
        const found = minimise(
          (point) => point.reduce((sum, one, axis) => sum + (axis + 1) * (one - bottom[axis]!) ** 2, 0),
          [0, 0, 0],
          OPTIONS,
        );
        found.forEach((one, axis) => {
          expect(one).toBeCloseTo(bottom[axis]!, 4);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("follows the bent valley of Rosenbrock's function", () => {
    const [x, y] = minimise(([a, b]) => (1 - a!) ** 2 + 100 * (b! - a! ** 2) ** 2, [-1.2, 1], OPTIONS);
    expect(x).toBeCloseTo(1, 4);
    expect(y).toBeCloseTo(1, 4);
  });

  it("works in one dimension", () => {
    const [x] = minimise(([a]) => Math.cosh(a! - 2), [0], OPTIONS);
    expect(x).toBeCloseTo(2, 5);
  });

  it("stays inside walls of infinity", () => {
    const [x] = minimise(([a]) => (a! < 1 ? Number.POSITIVE_INFINITY : a!), [3], OPTIONS);
    expect(x).toBeGreaterThanOrEqual(1);
    expect(x).toBeLessThan(1.01);
  });

  it("ends after the steps it was given, with nothing worse than the start", () => {
    let calls = 0;
    const measure = ([a, b]: readonly number[]) => {
      calls++;
      return (a! - 100) ** 2 + (b! - 100) ** 2;
    };
    const found = minimise(measure, [0, 0], { ...OPTIONS, mostSteps: 3 });
    expect(calls).toBeLessThan(20);
    expect(measure(found)).toBeLessThan(20_000);
  });
});
