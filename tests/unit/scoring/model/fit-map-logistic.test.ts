import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { factorise, solveFactorised } from "@/lib/scoring/model/fit/cholesky";
import { fitMapLogistic } from "@/lib/scoring/model/fit/fit-map-logistic";
import { curveAt, type LogisticProblem, slopeAt } from "@/lib/scoring/model/fit/logistic-problem";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

interface GivenProblem {
  readonly design: readonly (readonly number[])[];
  readonly outcomes: readonly number[];
  readonly means?: readonly number[];
  readonly sds: readonly number[];
}

function problemOf({ design, outcomes, means, sds }: GivenProblem): LogisticProblem {
  return {
    rows: design.length,
    columns: sds.length,
    design: Float64Array.from(design.flat()),
    outcomes,
    priorMeans: means ?? sds.map(() => 0),
    priorSds: sds,
  };
}

const FREE = Number.POSITIVE_INFINITY;

/** A column of ones and one that is 1 for the second group. */
function twoGroups(
  first: readonly [yes: number, no: number],
  second: readonly [yes: number, no: number],
): GivenProblem {
  const rows = (group: number, [yes, no]: readonly [number, number]) => [
    ...Array.from({ length: yes }, () => ({ x: [1, group], outcome: 1 })),
    ...Array.from({ length: no }, () => ({ x: [1, group], outcome: 0 })),
  ];
  const all = [...rows(0, first), ...rows(1, second)];
  return { design: all.map(({ x }) => x), outcomes: all.map(({ outcome }) => outcome), sds: [FREE, FREE] };
}

/** The negative log posterior straight from its definition. */
function lossOf({ rows, columns, design, outcomes, priorMeans, priorSds }: LogisticProblem, at: Float64Array): number {
  let loss = at.reduce((sum, one, i) => sum + 0.5 * ((one - priorMeans[i]!) / priorSds[i]!) ** 2, 0);
  for (let row = 0; row < rows; row++) {
    const probability = sigmoid(at.reduce((sum, one, i) => sum + one * design[row * columns + i]!, 0));
    loss -= outcomes[row]! * Math.log(probability) + (1 - outcomes[row]!) * Math.log1p(-probability);
  }
  return loss;
}

/** Rows whose outcomes really come from the coefficients. */
function simulate(rows: number, coefficients: readonly number[], seed: number): GivenProblem {
  const uniform = seededUniform(seed);
  const design = Array.from({ length: rows }, () => [1, ...coefficients.slice(1).map(() => 4 * uniform() - 2)]);
  const outcomes = design.map((row) => {
    const logit = row.reduce((sum, x, at) => sum + x * coefficients[at]!, 0);
    return uniform() < sigmoid(logit) ? 1 : 0;
  });
  return { design, outcomes, sds: coefficients.map(() => FREE) };
}

describe("MAP logistic regression", () => {
  it("finds the log-odds of a single group", () => {
    const { coefficients } = fitMapLogistic(
      problemOf({ design: [[1], [1], [1], [1]], outcomes: [1, 0, 0, 0], sds: [FREE] }),
    );
    expect(coefficients[0]).toBeCloseTo(Math.log(1 / 3), 9);
  });

  it("finds the log odds ratio of two groups", () => {
    const { coefficients, gradient } = fitMapLogistic(problemOf(twoGroups([10, 90], [30, 20])));
    expect(coefficients[0]).toBeCloseTo(Math.log(10 / 90), 9);
    expect(coefficients[1]).toBeCloseTo(Math.log(30 / 20) - Math.log(10 / 90), 9);
    expect(gradient).toBeLessThan(1e-8);
  });

  it("takes shares for outcomes", () => {
    const { coefficients } = fitMapLogistic(problemOf({ design: [[1], [1]], outcomes: [0.25, 0.35], sds: [FREE] }));
    expect(sigmoid(coefficients[0]!)).toBeCloseTo(0.3, 9);
  });

  it("counts a row as often as it is told to", () => {
    const design = [
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 7],
    ];
    const counted = {
      ...problemOf({ design, outcomes: [1, 0, 1, 0, 1], sds: [FREE, FREE] }),
      counts: [10, 90, 30, 20, 0],
    };
    const { coefficients } = fitMapLogistic(counted);
    const repeated = fitMapLogistic(problemOf(twoGroups([10, 90], [30, 20]))).coefficients;
    expect(coefficients[0]).toBeCloseTo(repeated[0]!, 9);
    expect(coefficients[1]).toBeCloseTo(repeated[1]!, 9);
  });

  it("stays at the prior without rows", () => {
    const none: LogisticProblem = {
      rows: 0,
      columns: 2,
      design: new Float64Array(0),
      outcomes: [],
      priorMeans: [0.7, -0.3],
      priorSds: [1, 2],
    };
    expect([...fitMapLogistic(none).coefficients]).toEqual([0.7, -0.3]);
  });

  it("moves from the prior to the data as rows come in", () => {
    // The prior says 1.2; the data say ln 3 less ln 1 = 0 against even odds.
    const distances = [1, 10, 100, 1_000].map((times) => {
      const groups = twoGroups([times, times], [times, times]);
      const { coefficients, gradient } = fitMapLogistic(problemOf({ ...groups, means: [0, 1.2], sds: [FREE, 0.5] }));
      expect(gradient).toBeLessThan(1e-8);
      return Math.abs(coefficients[1]!);
    });
    expect(distances[0]).toBeGreaterThan(0.8);
    expect(distances.at(-1)).toBeLessThan(0.02);
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
  });

  it("trusts a narrow prior more than a wide one", () => {
    const fitted = [0.05, 0.5, 5].map(
      (sd) =>
        fitMapLogistic(problemOf({ ...twoGroups([20, 20], [30, 10]), means: [0, 0], sds: [FREE, sd] }))
          .coefficients[1]!,
    );
    expect(fitted).toEqual([...fitted].sort((a, b) => a - b));
    expect(fitted[0]).toBeLessThan(0.05);
    expect(fitted[2]).toBeCloseTo(Math.log(3), 1);
  });

  it("finds the coefficients that outcomes come from", () => {
    const truth = [-1, 0.8, 0, -0.5];
    const { coefficients } = fitMapLogistic(problemOf(simulate(4_000, truth, 7)));
    truth.forEach((coefficient, at) => {
      expect(coefficients[at]).toBeCloseTo(coefficient, 0.9);
      expect(Math.abs(coefficients[at]! - coefficient)).toBeLessThan(0.15);
    });
  });

  it.each([
    {
      what: "outcomes that a column separates",
      design: [
        [1, -2],
        [1, -1],
        [1, 1],
        [1, 2],
      ],
      outcomes: [0, 0, 1, 1],
    },
    {
      what: "a constant column",
      design: [
        [1, 5],
        [1, 5],
        [1, 5],
        [1, 5],
      ],
      outcomes: [0, 1, 0, 0],
    },
    {
      what: "a column of nothing",
      design: [
        [1, 0],
        [1, 0],
        [1, 0],
      ],
      outcomes: [0, 1, 0],
    },
    {
      what: "two equal columns",
      design: [
        [3, 3],
        [1, 1],
        [-2, -2],
        [0, 0],
      ],
      outcomes: [1, 0, 0, 1],
    },
    {
      what: "outcomes all alike",
      design: [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      outcomes: [1, 1, 1],
    },
    { what: "a single row", design: [[1, 0.5]], outcomes: [1] },
  ])("has an answer for $what, given priors of finite width", ({ design, outcomes }) => {
    const { coefficients, gradient } = fitMapLogistic(problemOf({ design, outcomes, sds: [3, 1] }));
    expect([...coefficients].every(Number.isFinite)).toBe(true);
    expect(gradient).toBeLessThan(1e-8);
  });

  it("shares a coefficient equally between equal columns", () => {
    const design = [
      [1, 2, 2],
      [1, -1, -1],
      [1, 0.5, 0.5],
      [1, 3, 3],
    ];
    const { coefficients } = fitMapLogistic(problemOf({ design, outcomes: [1, 0, 0, 1], sds: [FREE, 1, 1] }));
    expect(coefficients[1]).toBeCloseTo(coefficients[2]!, 9);
  });

  it("does not overshoot from a prior that is far off", () => {
    const { coefficients, gradient } = fitMapLogistic(
      problemOf({ ...twoGroups([10, 90], [30, 20]), means: [40, -60], sds: [100, 100] }),
    );
    expect(coefficients[0]).toBeCloseTo(Math.log(10 / 90), 1);
    expect(gradient).toBeLessThan(1e-8);
  });

  it("comes back from a start where free coefficients are far off and probabilities are next to 0 and 1", () => {
    const design = [-1.7346010553881064, -2.197224577336219, 13.815509557935018, 1.7346010553881062].map((x) => [1, x]);
    const problem = {
      ...problemOf({ design, outcomes: [1, 0, 0, 0], means: [0, 1], sds: [FREE, FREE] }),
      counts: [2, 1, 3, 2],
    };
    const { coefficients, gradient } = fitMapLogistic(problem);
    const fromTheMiddle = fitMapLogistic({ ...problem, priorMeans: [0, 0] });
    expect(gradient).toBeLessThan(1e-8);
    expect(coefficients[0]).toBeCloseTo(fromTheMiddle.coefficients[0]!, 7);
    expect(coefficients[1]).toBeCloseTo(fromTheMiddle.coefficients[1]!, 7);
  });

  it("finds the one answer wherever it starts, as long as outcomes overlap", () => {
    const anyRow = fc.tuple(fc.integer({ min: -28, max: 28 }), fc.boolean());
    // These two pairs overlap, so that there is an answer.
    const overlapping = [
      [-1, true],
      [1, false],
      [-2, false],
      [2, true],
    ] as const;
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), fc.integer({ min: -3, max: 3 }), (rows, start) => {
        const all = [...overlapping, ...rows];
        const given = {
          design: all.map(([x]) => [1, x / 2]),
          outcomes: all.map(([, happened]) => Number(happened)),
          sds: [FREE, FREE],
        };
        const { coefficients, gradient } = fitMapLogistic(problemOf({ ...given, means: [0, start] }));
        const expected = fitMapLogistic(problemOf(given)).coefficients;
        expect(gradient).toBeLessThan(1e-8);
        coefficients.forEach((one, at) => {
          expect(Math.abs(one - expected[at]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(one)));
        });
      }),
      { numRuns: 300 },
    );
  });

  it("leaves no gradient, for any problem", () => {
    const anyProblem = fc.integer({ min: 1, max: 5 }).chain((columns) =>
      fc.record({
        design: fc.array(
          fc.array(
            fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
            { minLength: columns, maxLength: columns },
          ),
          {
            minLength: 1,
            maxLength: 40,
          },
        ),
        coin: fc.integer(),
        means: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: columns, maxLength: columns }),
        sds: fc.array(fc.constantFrom(0.1, 1, 5), { minLength: columns, maxLength: columns }),
      }),
    );
    fc.assert(
      fc.property(anyProblem, ({ coin, ...given }) => {
        const uniform = seededUniform(coin);
        const problem = problemOf({ ...given, outcomes: given.design.map(() => (uniform() < 0.4 ? 1 : 0)) });
        const { coefficients, gradient } = fitMapLogistic(problem);
        expect(gradient).toBeLessThan(1e-8);
        const best = lossOf(problem, coefficients);
        for (let at = 0; at < coefficients.length; at++) {
          for (const nudge of [-0.01, 0.01]) {
            const nudged = coefficients.slice();
            nudged[at]! += nudge;
            expect(lossOf(problem, nudged)).toBeGreaterThan(best);
          }
        }
      }),
    );
  });

  it("does not care about the order of rows", () => {
    const given = simulate(300, [-0.5, 1, -1], 3);
    const straight = fitMapLogistic(problemOf(given));
    const reversed = fitMapLogistic(
      problemOf({ ...given, design: given.design.toReversed(), outcomes: given.outcomes.toReversed() }),
    );
    straight.coefficients.forEach((coefficient, at) => {
      expect(reversed.coefficients[at]).toBeCloseTo(coefficient, 9);
    });
  });

  it.each<{ what: string; change: Partial<LogisticProblem>; says: string }>([
    {
      what: "a design of the wrong size",
      change: { design: new Float64Array(3) },
      says: "The design must have 8 numbers",
    },
    { what: "too few outcomes", change: { outcomes: [1] }, says: "There must be 4 outcomes" },
    { what: "outcomes beyond 1", change: { outcomes: [0, 1, 2, 0] }, says: "between 0 and 1" },
    { what: "unknown outcomes", change: { outcomes: [0, 1, Number.NaN, 0] }, says: "between 0 and 1" },
    { what: "too few priors", change: { priorSds: [1] }, says: "There must be 2 priors" },
    { what: "priors of no width", change: { priorSds: [1, 0] }, says: "above 0" },
    { what: "endless prior means", change: { priorMeans: [0, FREE] }, says: "Prior means must be finite" },
    { what: "missing values", change: { design: new Float64Array(8).fill(Number.NaN) }, says: "must be finite" },
    { what: "free coefficients and no break-ups", change: { outcomes: [0, 0, 0, 0] }, says: "all alike" },
    { what: "free coefficients and only break-ups", change: { outcomes: [1, 1, 1, 1] }, says: "all alike" },
  ])("refuses $what", ({ change, says }) => {
    const sound = problemOf({
      design: [
        [1, 2],
        [1, 3],
        [1, 4],
        [1, 1],
      ],
      outcomes: [0, 1, 0, 1],
      sds: [FREE, 1],
    });
    expect(() => fitMapLogistic({ ...sound, ...change })).toThrow(says);
  });
});

describe("the negative log posterior", () => {
  const problem = problemOf({ ...simulate(50, [0.3, -0.6], 11), means: [0.2, 0.1], sds: [2, 0.7] });
  const at = Float64Array.of(0.4, -0.9);
  const gradient = new Float64Array(2);
  const hessian = new Float64Array(4);
  const curvatures = new Float64Array(problem.rows);
  const loss = slopeAt(problem, at, gradient, curvatures);
  curveAt(problem, curvatures, hessian);

  function nudged(index: number, by: number): Float64Array {
    const coefficients = at.slice();
    coefficients[index]! += by;
    return coefficients;
  }

  it("is what its definition says", () => {
    expect(loss).toBeCloseTo(lossOf(problem, at), 10);
  });

  it("has the gradient of finite differences", () => {
    for (const index of [0, 1]) {
      const slope = (lossOf(problem, nudged(index, 1e-5)) - lossOf(problem, nudged(index, -1e-5))) / 2e-5;
      expect(gradient[index]).toBeCloseTo(slope, 6);
    }
  });

  it("has the curvature of finite differences", () => {
    const gradientAt = (coefficients: Float64Array) => {
      const found = new Float64Array(2);
      slopeAt(problem, coefficients, found, new Float64Array(problem.rows));
      return found;
    };
    const [up, down] = [gradientAt(nudged(1, 1e-5)), gradientAt(nudged(1, -1e-5))];
    expect(hessian[2]).toBeCloseTo((up[0]! - down[0]!) / 2e-5, 5);
    expect(hessian[3]).toBeCloseTo((up[1]! - down[1]!) / 2e-5, 5);
  });

  it("adds up any number of rows, four at a time, as one after another", () => {
    const anyRow = fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom(0, 0, 1, -0.5, 2)));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 23 }), fc.integer(), (design, seed) => {
        const uniform = seededUniform(seed);
        const curvatures = Float64Array.from(design, () => uniform() / 4);
        const sds = [1, 2, FREE];
        const found = new Float64Array(9);
        curveAt(problemOf({ design, outcomes: design.map(() => 0), sds }), curvatures, found);
        for (const [i, j] of [
          [0, 0],
          [1, 0],
          [1, 1],
          [2, 0],
          [2, 1],
          [2, 2],
        ] as const) {
          const expected = design.reduce(
            (sum, x, row) => sum + curvatures[row]! * x[i]! * x[j]!,
            i === j ? sds[i]! ** -2 : 0,
          );
          expect(found[i * 3 + j]).toBeCloseTo(expected, 12);
        }
      }),
    );
  });

  it("is finite far away from everything", () => {
    const far = slopeAt(problem, Float64Array.of(1e5, -1e5), new Float64Array(2), new Float64Array(problem.rows));
    expect(Number.isFinite(far)).toBe(true);
  });
});

describe("Cholesky", () => {
  it("factorises a known matrix", () => {
    const matrix = Float64Array.of(4, 0, 0, 12, 37, 0, -16, -43, 98);
    factorise(matrix, 3);
    expect([0, 3, 4, 6, 7, 8].map((at) => matrix[at])).toEqual([2, 6, 1, -8, 5, 3]);
  });

  it("solves what it factorised", () => {
    const anySize = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(anySize, fc.integer(), (size, seed) => {
        const uniform = seededUniform(seed);
        const root = Float64Array.from({ length: size * size }, () => uniform() - 0.5);
        const matrix = new Float64Array(size * size);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            for (let k = 0; k < size; k++) matrix[i * size + j]! += root[i * size + k]! * root[j * size + k]!;
          }
          matrix[i * size + i]! += 1;
        }
        const solution = Float64Array.from({ length: size }, () => uniform());
        const vector = new Float64Array(size);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) vector[i]! += matrix[i * size + j]! * solution[j]!;
        factorise(matrix, size);
        solveFactorised(matrix, size, vector);
        vector.forEach((one, at) => {
          expect(one).toBeCloseTo(solution[at]!, 9);
        });
      }),
    );
  });

  it.each([[[0]], [[-1]], [[1, 2, 2, 1]], [[1, 1, 1, 1]], [[Number.NaN]]])(
    "refuses %j, which is not positive definite",
    (entries) => {
      expect(() => factorise(Float64Array.from(entries), Math.sqrt(entries.length))).toThrow("not positive definite");
    },
  );
});
