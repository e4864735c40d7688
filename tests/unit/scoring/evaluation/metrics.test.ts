import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve } from "@/lib/scoring/evaluation/area-under-curve";
import { averagePrecision } from "@/lib/scoring/evaluation/average-precision";
import { brierScore } from "@/lib/scoring/evaluation/brier-score";
import { calibrationSlope } from "@/lib/scoring/evaluation/calibration-slope";
import { expectedCalibrationError } from "@/lib/scoring/evaluation/expected-calibration-error";
import { liftAtTenth } from "@/lib/scoring/evaluation/lift-at-tenth";
import { logLoss } from "@/lib/scoring/evaluation/log-loss";
import { METRICS } from "@/lib/scoring/evaluation/metrics";
import { countOnce, type Metric, orderPredictions } from "@/lib/scoring/evaluation/predictions";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

function measure(metric: Metric, probabilities: readonly number[], outcomes: readonly number[]): number {
  const predictions = orderPredictions(probabilities, outcomes);
  return metric(predictions, countOnce(predictions));
}

const anyRows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 1, maxLength: 50 })
  .map((rows) => ({
    probabilities: rows.map(([twentieths]) => twentieths / 20),
    outcomes: rows.map(([, happened]) => Number(happened)),
  }));

const anyMixedRows = anyRows.filter(({ outcomes }) => outcomes.includes(0) && outcomes.includes(1));

describe("area under the curve", () => {
  it.each([
    { what: "perfect order", probabilities: [0.9, 0.8, 0.3, 0.1], outcomes: [1, 1, 0, 0], area: 1 },
    { what: "the wrong way round", probabilities: [0.1, 0.9], outcomes: [1, 0], area: 0 },
    { what: "all the same", probabilities: [0.5, 0.5, 0.5], outcomes: [1, 0, 0], area: 0.5 },
    { what: "one pair of four wrong", probabilities: [0.8, 0.4, 0.35, 0.1], outcomes: [1, 0, 1, 0], area: 0.75 },
    { what: "a tie for half", probabilities: [0.8, 0.4, 0.4, 0.1], outcomes: [1, 0, 1, 0], area: 0.875 },
  ])("is $area for $what", ({ probabilities, outcomes, area }) => {
    expect(measure(areaUnderCurve, probabilities, outcomes)).toBeCloseTo(area, 12);
  });

  it("is the share of pairs in the right order", () => {
    fc.assert(
      fc.property(anyMixedRows, ({ probabilities, outcomes }) => {
        let [won, pairs] = [0, 0];
        for (const [i, p] of probabilities.entries()) {
          for (const [j, q] of probabilities.entries()) {
            if (outcomes[i] !== 1 || outcomes[j] !== 0) continue;
            pairs++;
            won += p > q ? 1 : p === q ? 0.5 : 0;
          }
        }
        expect(measure(areaUnderCurve, probabilities, outcomes)).toBeCloseTo(won / pairs, 12);
      }),
    );
  });

  it("depends on the order alone, and turns around with it", () => {
    fc.assert(
      fc.property(anyMixedRows, ({ probabilities, outcomes }) => {
        const area = measure(areaUnderCurve, probabilities, outcomes);
        const squared = probabilities.map((probability) => probability ** 2);
        const turned = probabilities.map((probability) => 1 - probability);
        expect(measure(areaUnderCurve, squared, outcomes)).toBeCloseTo(area, 12);
        expect(measure(areaUnderCurve, turned, outcomes)).toBeCloseTo(1 - area, 12);
      }),
    );
  });

  it("is not defined for one kind of outcome", () => {
    expect(measure(areaUnderCurve, [0.2, 0.4], [1, 1])).toBeNaN();
    expect(measure(areaUnderCurve, [0.2, 0.4], [0, 0])).toBeNaN();
  });
});

describe("average precision", () => {
  it.each([
    { what: "perfect order", probabilities: [0.9, 0.8, 0.3], outcomes: [1, 1, 0], precision: 1 },
    // The example of scikit-learn: precision 1 at recall 0.5, 2/3 at recall 1.
    {
      what: "a known example",
      probabilities: [0.1, 0.4, 0.35, 0.8],
      outcomes: [0, 0, 1, 1],
      precision: 0.5 + 0.5 * (2 / 3),
    },
    {
      what: "all the same: the base rate",
      probabilities: [0.3, 0.3, 0.3, 0.3],
      outcomes: [1, 0, 0, 0],
      precision: 0.25,
    },
    { what: "the wrong way round", probabilities: [0.1, 0.9, 0.8], outcomes: [1, 0, 0], precision: 1 / 3 },
  ])("is $precision for $what", ({ probabilities, outcomes, precision }) => {
    expect(measure(averagePrecision, probabilities, outcomes)).toBeCloseTo(precision, 12);
  });

  it("is not defined without break-ups", () => {
    expect(measure(averagePrecision, [0.2, 0.4], [0, 0])).toBeNaN();
  });
});

describe("lift in the top tenth", () => {
  it("is ten when the top tenth holds all break-ups", () => {
    const probabilities = Array.from({ length: 100 }, (_, row) => row / 100);
    const outcomes = probabilities.map((_, row) => (row >= 90 ? 1 : 0));
    expect(measure(liftAtTenth, probabilities, outcomes)).toBeCloseTo(10, 12);
  });

  it("is the base rate's share of break-ups in the top tenth", () => {
    const probabilities = Array.from({ length: 20 }, (_, row) => row / 20);
    const outcomes = probabilities.map((_, row) => (row === 19 || row < 3 ? 1 : 0));
    // One of the top two broke up, against four of twenty.
    expect(measure(liftAtTenth, probabilities, outcomes)).toBeCloseTo(0.5 / 0.2, 12);
  });

  it("counts ties at the edge in part", () => {
    const outcomes = [1, 0, 1, 0, 0, 0, 0, 0, 0, 0];
    expect(measure(liftAtTenth, new Array(10).fill(0.5), outcomes)).toBeCloseTo(1, 12);
    expect(measure(liftAtTenth, [0.9, 0.9, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2], outcomes)).toBeCloseTo(
      0.5 / 0.2,
      12,
    );
  });

  it("is not defined without break-ups", () => {
    expect(measure(liftAtTenth, [0.9, 0.4], [0, 0])).toBeNaN();
  });

  it("takes a tenth of rows that ten does not divide", () => {
    // A tenth of five rows is half a row: half of the one break-up that comes first.
    expect(measure(liftAtTenth, [0.9, 0.4, 0.3, 0.2, 0.1], [1, 0, 0, 0, 0])).toBeCloseTo(5, 12);
  });
});

describe("Brier score and log loss", () => {
  it("measure the distance from what happened", () => {
    expect(measure(brierScore, [0.8, 0.3], [1, 0])).toBeCloseTo((0.04 + 0.09) / 2, 12);
    expect(measure(logLoss, [0.8, 0.3], [1, 0])).toBeCloseTo(-(Math.log(0.8) + Math.log(0.7)) / 2, 12);
  });

  it("are those of a coin for a half", () => {
    expect(measure(brierScore, [0.5, 0.5, 0.5], [1, 0, 0])).toBe(0.25);
    expect(measure(logLoss, [0.5, 0.5, 0.5], [1, 0, 0])).toBeCloseTo(Math.LN2, 12);
  });

  it("do not go to infinity for a certain error", () => {
    expect(measure(logLoss, [1, 0], [0, 1])).toBeCloseTo(-Math.log(1e-6), 9);
    expect(measure(logLoss, [1, 0], [1, 0])).toBeCloseTo(1e-6, 9);
    expect(measure(brierScore, [1, 0], [0, 1])).toBe(1);
  });

  it("are lowest for the base rate among constant predictions", () => {
    fc.assert(
      fc.property(anyMixedRows, fc.integer({ min: 1, max: 19 }), ({ outcomes }, twentieths) => {
        const base = outcomes.reduce((sum, one) => sum + one, 0) / outcomes.length;
        for (const metric of [brierScore, logLoss]) {
          const constant = (rate: number) =>
            measure(
              metric,
              outcomes.map(() => rate),
              outcomes,
            );
          expect(constant(base)).toBeLessThanOrEqual(constant(twentieths / 20) + 1e-12);
        }
      }),
    );
  });
});

describe("expected calibration error", () => {
  it("is 0 when each bin keeps its word", () => {
    expect(measure(expectedCalibrationError, [0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0])).toBeCloseTo(0, 12);
  });

  it("is the distance in each bin, weighted by its rows", () => {
    // Bin 0.1 to 0.2: mean .15 against 1/2; bin 0.8 to 0.9: mean .85 against 1.
    const error = (2 * 0.35 + 1 * 0.15) / 3;
    expect(measure(expectedCalibrationError, [0.1, 0.2 - 1e-12, 0.85], [1, 0, 1])).toBeCloseTo(error, 9);
  });

  it("puts certainty into the last bin", () => {
    expect(measure(expectedCalibrationError, [1, 0.95], [1, 1])).toBeCloseTo(0.025, 12);
    expect(measure(expectedCalibrationError, [1, 0], [1, 0])).toBe(0);
  });

  it("does not let bins make up for each other, but rows within a bin do", () => {
    expect(measure(expectedCalibrationError, [0.05, 0.95], [1, 0])).toBeCloseTo(0.95, 12);
    expect(measure(expectedCalibrationError, [0.5, 0.5], [1, 0])).toBeCloseTo(0, 12);
  });
});

describe("calibration slope", () => {
  /** Tens of customers of whom exactly the truth's share broke up, with log-odds so many times as far from 0 and shifted. */
  function slopeOf(stretch: number, shift: number): number {
    const shares = [0.1, 0.3, 0.6, 0.8];
    const probabilities = shares.map((share) => sigmoid(stretch * Math.log(share / (1 - share)) + shift));
    return measure(
      calibrationSlope,
      probabilities.flatMap((probability) => new Array<number>(10).fill(probability)),
      shares.flatMap((share) => Array.from({ length: 10 }, (_, row) => Number(row < Math.round(10 * share)))),
    );
  }

  it.each([0, 0.7, -1.5])("is 1 for probabilities that are right, also when all are shifted by %d", (shift) => {
    expect(slopeOf(1, shift)).toBeCloseTo(1, 9);
  });

  it("is below 1 for probabilities too far apart and above 1 for those too close", () => {
    expect(slopeOf(2, 0)).toBeCloseTo(0.5, 8);
    expect(slopeOf(0.5, 0)).toBeCloseTo(2, 8);
  });

  it("takes certainties to be a millionth away from certain", () => {
    const probabilities = [...new Array<number>(4).fill(0), ...new Array<number>(4).fill(1)];
    const expected = (Math.log(3) - Math.log(1 / 3)) / (2 * Math.log((1 - 1e-6) / 1e-6));
    expect(measure(calibrationSlope, probabilities, [1, 0, 0, 0, 1, 1, 1, 0])).toBeCloseTo(expected, 9);
  });

  it("is known for two groups: log odds ratio over distance in log-odds", () => {
    const probabilities = [...new Array(10).fill(0.2), ...new Array(10).fill(0.8)];
    const outcomes = [...new Array(10).fill(0).fill(1, 0, 3), ...new Array(10).fill(0).fill(1, 0, 6)];
    const expected = (Math.log(6 / 4) - Math.log(3 / 7)) / (2 * Math.log(4));
    expect(measure(calibrationSlope, probabilities, outcomes)).toBeCloseTo(expected, 9);
  });

  it.each([
    { what: "one kind of outcome", probabilities: [0.2, 0.4, 0.7], outcomes: [0, 0, 0] },
    { what: "one probability", probabilities: [0.4, 0.4, 0.4], outcomes: [0, 1, 0] },
    { what: "separation but for a tie", probabilities: [0.6, 0.45, 0.45], outcomes: [0, 1, 0] },
    { what: "separation the wrong way round", probabilities: [0.2, 0.3, 0.7, 0.8], outcomes: [1, 1, 0, 0] },
    { what: "separation the wrong way round but for a tie", probabilities: [0.2, 0.5, 0.5], outcomes: [1, 1, 0] },
    { what: "perfect separation", probabilities: [0.2, 0.3, 0.7, 0.8], outcomes: [0, 0, 1, 1] },
  ])("is not defined for $what", ({ probabilities, outcomes }) => {
    expect(measure(calibrationSlope, probabilities, outcomes)).toBeNaN();
  });
});

describe("every metric", () => {
  it("counts a row drawn twice like two rows, and one not drawn not at all", () => {
    const anyCounted = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean(), fc.nat(3)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(anyCounted, (rows) => {
        const repeated = rows.flatMap(([twentieths, happened, count]) =>
          Array.from({ length: count }, () => ({ probability: twentieths / 20, outcome: Number(happened) })),
        );
        fc.pre(repeated.length > 0);
        const predictions = orderPredictions(
          rows.map(([twentieths]) => twentieths / 20),
          rows.map(([, happened]) => Number(happened)),
        );
        const counts = Uint16Array.from(rows, ([, , count]) => count);
        for (const metric of Object.values(METRICS)) {
          const expected = measure(
            metric,
            repeated.map((row) => row.probability),
            repeated.map((row) => row.outcome),
          );
          const counted = metric(predictions, counts);
          if (Number.isNaN(expected)) expect(counted).toBeNaN();
          else expect(counted).toBeCloseTo(expected, 6);
        }
      }),
    );
  });

  it("does not care about the order of rows", () => {
    fc.assert(
      fc.property(anyMixedRows, ({ probabilities, outcomes }) => {
        for (const metric of Object.values(METRICS)) {
          const straight = measure(metric, probabilities, outcomes);
          const reversed = measure(metric, probabilities.toReversed(), outcomes.toReversed());
          if (Number.isNaN(straight)) expect(reversed).toBeNaN();
          else expect(reversed).toBeCloseTo(straight, 6);
        }
      }),
    );
  });
});

describe("putting predictions in order", () => {
  it.each([
    { probabilities: [0.5, 1.1], outcomes: [0, 1], says: "Probability 1 is 1.1" },
    { probabilities: [-0.1], outcomes: [0], says: "Probability 0 is -0.1" },
    { probabilities: [Number.NaN], outcomes: [0], says: "Probability 0 is NaN" },
    { probabilities: [0.5], outcomes: [0.5], says: "Outcome 0 is 0.5" },
    { probabilities: [0.5], outcomes: [], says: "There must be 1 outcomes, not 0" },
  ])("refuses what cannot be: $says", ({ probabilities, outcomes, says }) => {
    expect(() => orderPredictions(probabilities, outcomes)).toThrow(says);
  });
});
