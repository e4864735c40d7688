import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/sample/random";

const DRAWS = 20_000;

function draw(sample: () => number): { mean: number; variance: number } {
  const numbers = Array.from({ length: DRAWS }, sample);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / DRAWS;
  return { mean, variance: numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / DRAWS };
}

describe("createRandom", () => {
  it("repeats itself for a seed and stream, and differs between streams", () => {
    const first = createRandom(42, 3);
    const again = createRandom(42, 3);
    const other = createRandom(42, 4);
    const numbers = Array.from({ length: 50 }, first.uniform);
    expect(Array.from({ length: 50 }, again.uniform)).toEqual(numbers);
    expect(Array.from({ length: 50 }, other.uniform)).not.toEqual(numbers);
  });

  it("is uniform in [0, 1)", () => {
    const random = createRandom(1);
    const { mean, variance } = draw(random.uniform);
    expect(mean).toBeCloseTo(0.5, 1);
    expect(variance).toBeCloseTo(1 / 12, 2);
    for (let count = 0; count < 1_000; count++) expect(random.uniform()).toBeLessThan(1);
  });

  it("has normal, Poisson and gamma numbers of the asked mean and spread", () => {
    const random = createRandom(2);
    const normal = draw(() => random.normal(5, 2));
    expect(normal.mean).toBeCloseTo(5, 1);
    expect(normal.variance / 4).toBeCloseTo(1, 1);
    const poisson = draw(() => random.poisson(1.7));
    expect(poisson.mean).toBeCloseTo(1.7, 1);
    expect(poisson.variance / 1.7).toBeCloseTo(1, 1);
    const gamma = draw(() => random.gamma(4, 2));
    expect(gamma.mean).toBeCloseTo(2, 1);
    expect(gamma.variance).toBeCloseTo(1, 0);
  });

  it("chooses by weight and keeps integers inside their bounds", () => {
    const random = createRandom(3);
    const rare = draw(() => random.weighted([0, 1], (item) => (item === 1 ? 1 : 9)));
    expect(rare.mean).toBeCloseTo(0.1, 1);
    const dice = new Set(Array.from({ length: 500 }, () => random.integer(1, 6)));
    expect([...dice].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("refuses what has no answer", () => {
    const random = createRandom(4);
    expect(() => random.choice([])).toThrow(RangeError);
    expect(() => random.poisson(-1)).toThrow(RangeError);
    expect(() => random.poisson(Number.NaN)).toThrow(RangeError);
    expect(() => random.gamma(0.5, 1)).toThrow(RangeError);
  });
});
