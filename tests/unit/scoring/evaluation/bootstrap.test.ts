import { describe, expect, it } from "vitest";
import { bootstrap } from "@/lib/scoring/evaluation/bootstrap";
import { compareModels, evaluatePredictions } from "@/lib/scoring/evaluation/evaluate-predictions";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

const options = { resamples: 41, seed: 1 };

/** Outcomes, the probabilities they come from, and others that have nothing to do with them. */
function simulate(rows: number) {
  const uniform = seededUniform(99);
  const good = Float64Array.from({ length: rows }, () => sigmoid(5 * uniform() - 3));
  const outcomes = Uint8Array.from(good, (probability) => (uniform() < probability ? 1 : 0));
  const idle = Float64Array.from({ length: rows }, () => uniform());
  return { good, outcomes, idle };
}

describe("the bootstrap", () => {
  it("gives the estimate itself and an interval around it", () => {
    const heights = Float64Array.from({ length: 100 }, (_, row) => row % 10);
    const mean = (counts: Uint16Array) => heights.reduce((sum, height, row) => sum + height * counts[row]!, 0) / 100;
    const [interval] = bootstrap(100, [mean], { resamples: 400, seed: 3 });
    expect(interval?.value).toBe(4.5);
    // The standard error of the mean is 2.8723 / 10 = 0.2872; 1.96 of them on both sides.
    expect(Math.abs(interval!.low - (4.5 - 1.96 * 0.2872))).toBeLessThan(0.1);
    expect(Math.abs(interval!.high - (4.5 + 1.96 * 0.2872))).toBeLessThan(0.1);
  });

  it.each([
    { resamples: 41, low: 1, high: 39 },
    { resamples: 21, low: 0.5, high: 19.5 },
    { resamples: 1, low: 0, high: 0 },
  ])("of $resamples resamples takes the share of 1 in 40 at both ends, between two where need be", (expected) => {
    let [rising, falling] = [0, expected.resamples];
    const intervals = bootstrap(3, [() => rising++, () => --falling], { resamples: expected.resamples, seed: 1 });
    for (const interval of intervals) {
      expect(interval.low).toBeCloseTo(expected.low, 9);
      expect(interval.high).toBeCloseTo(expected.high, 9);
    }
    expect(intervals.map(({ value }) => value)).toEqual([expected.resamples, -1]);
  });

  it("draws every row as often as any other", () => {
    const drawn = new Array<number>(8).fill(0);
    const add = (counts: Uint16Array) => {
      counts.forEach((count, row) => {
        drawn[row]! += count;
      });
      return 0;
    };
    bootstrap(8, [add], { resamples: 500, seed: 8 });
    // 501 of each are expected, with a standard deviation of 21.
    for (const times of drawn) expect(Math.abs(times - 501)).toBeLessThan(90);
  });

  it("draws as many rows as there are, every time", () => {
    const totals = new Set<number>();
    bootstrap(37, [(counts) => totals.add(counts.reduce((sum, count) => sum + count, 0)).size], options);
    expect([...totals]).toEqual([37]);
  });

  it("is the same for the same seed and another for another", () => {
    const share = (counts: Uint16Array) => counts[0]! / 50;
    const of = (seed: number) => bootstrap(50, [share], { resamples: 101, seed });
    const middle = (counts: Uint16Array) => counts.reduce((sum, count, row) => sum + count * row, 0);
    expect(of(4)).toEqual(of(4));
    expect(bootstrap(50, [middle], { resamples: 101, seed: 4 })).not.toEqual(
      bootstrap(50, [middle], { resamples: 101, seed: 5 }),
    );
  });

  it("shows all estimates the same resamples", () => {
    const first = (counts: Uint16Array) => counts[3]! + 2 * counts[7]!;
    const [one, other, difference] = bootstrap(20, [first, first, (counts) => first(counts) - first(counts)], options);
    expect(one).toEqual(other);
    expect(difference).toEqual({ value: 0, low: 0, high: 0 });
  });

  it("leaves out resamples for which an estimate is not defined", () => {
    const [interval] = bootstrap(3, [(counts) => (counts[0] === 0 ? Number.NaN : 1)], options);
    expect(interval).toEqual({ value: 1, low: 1, high: 1 });
    const [never] = bootstrap(3, [() => Number.NaN], options);
    expect(never).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
  });
});

describe("seeded numbers", () => {
  it("are uniform in [0, 1)", () => {
    const uniform = seededUniform(12);
    const bins = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 4_000; draw++) bins[Math.floor(uniform() * 10)]! += 1;
    expect(bins).toHaveLength(10);
    // A standard deviation is 19.
    for (const count of bins) expect(Math.abs(count - 400)).toBeLessThan(80);
  });

  it("are the same on every machine", () => {
    const drawn = (seed: number) => Array.from({ length: 3 }, seededUniform(seed));
    // Computed with whole numbers of any size, by the definition of sfc32.
    expect(drawn(1).map((number) => number * 2 ** 32)).toEqual([3_063_500_945, 52_107_484, 3_520_520]);
    expect(drawn(2).map((number) => number * 2 ** 32)).toEqual([3_177_978_751, 1_639_261_178, 2_037_273_806]);
  });
});

describe("an evaluation", () => {
  const { good, outcomes, idle } = simulate(400);

  it("has every metric within its interval", () => {
    const evaluation = evaluatePredictions(good, outcomes, options);
    expect(Object.keys(evaluation)).toEqual(["auc", "averagePrecision", "brier", "logLoss", "ece", "slope", "lift10"]);
    for (const { value, low, high } of Object.values(evaluation)) {
      expect(low).toBeLessThan(high);
      expect(Number.isFinite(value)).toBe(true);
    }
    expect(evaluation.auc.low).toBeGreaterThan(0.74);
    expect(evaluation.slope.low).toBeLessThan(1);
    expect(evaluation.slope.high).toBeGreaterThan(1);
    expect(evaluation.ece.value).toBeLessThan(0.06);
  });

  it("finds nothing where there is nothing: the interval of the area includes a half", () => {
    const { auc } = evaluatePredictions(idle, outcomes, options);
    expect(auc.low).toBeLessThan(0.5);
    expect(auc.high).toBeGreaterThan(0.5);
  });

  it("says by how much one model is better than the other", () => {
    const difference = compareModels({ one: good, other: idle, outcomes }, options);
    expect(difference.auc.low).toBeGreaterThan(0.2);
    expect(difference.logLoss.high).toBeLessThan(0);
    const aucOf = (probabilities: Float64Array) =>
      evaluatePredictions(probabilities, outcomes, { resamples: 1, seed: 1 }).auc.value;
    expect(difference.auc.value).toBeCloseTo(aucOf(good) - aucOf(idle), 12);
  });

  it("finds no difference between a model and itself", () => {
    for (const interval of Object.values(
      compareModels({ one: good, other: good, outcomes }, { resamples: 5, seed: 1 }),
    )) {
      expect(interval).toEqual({ value: 0, low: 0, high: 0 });
    }
  });

  it("of outcomes all alike says which metrics are not defined", () => {
    const evaluation = evaluatePredictions([0.1, 0.3], [0, 0], options);
    expect(evaluation.auc.value).toBeNaN();
    expect(evaluation.brier.value).toBeCloseTo(0.05, 12);
  });
});
