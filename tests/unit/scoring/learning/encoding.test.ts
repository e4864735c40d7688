import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeValue } from "@/lib/scoring/learning/encode-value";
import { type Encoding, SHAPES, type Shape, widthOf } from "@/lib/scoring/learning/encoding";
import { fitEncoding } from "@/lib/scoring/learning/fit-encoding";
import { signedLog } from "@/lib/scoring/learning/signed-log";
import type { Column } from "@/lib/scoring/learning/table";
import { categories, numbers } from "./support/tables";

const SHAPES_OF_NUMBERS = SHAPES.filter((shape) => shape !== "omit");
const NONE = Number.NaN;

function fitted(column: Column, shape: Shape, outcomes: readonly number[] = []): Encoding {
  const encoding = fitEncoding(column, shape, outcomes);
  if (!encoding) throw new Error("The column was left out.");
  return encoding;
}

function encoded(encoding: Encoding, column: Column, row: number): readonly number[] {
  const design = new Float64Array(widthOf(encoding));
  encodeValue(encoding, column.values[row] as number | string, design, 0);
  return [...design];
}

const encodedNumber = (encoding: Encoding, value: number) => encoded(encoding, numbers("x", [value]), 0);

const valuesArbitrary = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -1_000, max: 1_000 }) },
    { weight: 1, arbitrary: fc.constant(NONE) },
  ),
  { minLength: 1, maxLength: 80 },
);

describe("a linear encoding", () => {
  it("has mean 0 and standard deviation 1 on training rows", () => {
    const column = numbers("x", [2, 4, 4, 4, 5, 5, 7, 9]);
    const encoding = fitted(column, "linear");
    expect(encoding).toEqual({ type: "linear", mean: 5, sd: 2, marksMissing: false });
    expect(encoded(encoding, column, 0)).toEqual([-1.5]);
    expect(encoded(encoding, column, 7)).toEqual([2]);
  });

  it("takes its scale from training rows, whatever it is used on", () => {
    const encoding = fitted(numbers("x", [0, 10]), "linear");
    expect(encodedNumber(encoding, 1_000)).toEqual([199]);
    expect(encodedNumber(encoding, 5)).toEqual([0]);
  });

  it("leaves a constant at 0", () => {
    const column = numbers("x", [3, 3, 3]);
    expect(encoded(fitted(column, "linear"), column, 1)).toEqual([0]);
  });

  it("puts the mean for what is missing, and marks it", () => {
    const column = numbers("x", [1, NONE, 3]);
    const encoding = fitted(column, "linear");
    expect(encoding).toEqual({ type: "linear", mean: 2, sd: 1, marksMissing: true });
    expect(encoded(encoding, column, 0)).toEqual([-1, 0]);
    expect(encoded(encoding, column, 1)).toEqual([0, 1]);
  });

  it("puts the mean for what is missing for the first time", () => {
    expect(encodedNumber(fitted(numbers("x", [1, 3]), "linear"), NONE)).toEqual([0]);
  });

  it("can be fitted where everything is missing", () => {
    const column = numbers("x", [NONE, NONE]);
    expect(encoded(fitted(column, "linear"), column, 0)).toEqual([0, 1]);
    expect(encodedNumber(fitted(column, "linear"), 2)).toEqual([2, 0]);
  });
});

describe("a log encoding", () => {
  it("is linear in the logarithm", () => {
    const column = numbers("x", [0, Math.E ** 2 - 1, Math.E ** 4 - 1]);
    const encoding = fitted(column, "log");
    const [first, second, third] = [0, 1, 2].map((row) => encoded(encoding, column, row)[0]!);
    expect(second).toBeCloseTo(0, 12);
    expect(first).toBeCloseTo(-Math.sqrt(1.5), 12);
    expect(third).toBeCloseTo(Math.sqrt(1.5), 12);
  });

  it("is odd and rises", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-3, max: 10, noNaN: true }),
        (x, more) => {
          expect(signedLog(-x)).toBeCloseTo(-signedLog(x), 12);
          expect(signedLog(x + more)).toBeGreaterThanOrEqual(signedLog(x));
        },
      ),
    );
    expect(signedLog(0)).toBe(0);
    expect(signedLog(Math.E - 1)).toBeCloseTo(1, 12);
  });
});

describe("a hinges encoding", () => {
  const column = numbers(
    "x",
    Array.from({ length: 70 }, (_, row) => row),
  );
  const encoding = fitted(column, "hinges");

  it("has knots at quantiles", () => {
    expect(encoding).toMatchObject({ type: "hinges", knots: [10, 20, 30, 40, 50, 60] });
    expect(widthOf(encoding)).toBe(7);
  });

  it("is 0 up to a knot and rises from there", () => {
    const sd = Math.sqrt((70 ** 2 - 1) / 12);
    const [scaled, ...hinges] = encodedNumber(encoding, 25);
    expect(scaled).toBeCloseTo((25 - 34.5) / sd, 12);
    expect(hinges[0]).toBeCloseTo(15 / sd, 12);
    expect(hinges[1]).toBeCloseTo(5 / sd, 12);
    expect(hinges.slice(2)).toEqual([0, 0, 0, 0]);
  });

  it("is continuous at its knots", () => {
    fc.assert(
      fc.property(fc.constantFrom(10, 20, 30, 40, 50, 60), (knot) => {
        const below = encodedNumber(encoding, knot - 1e-9);
        const above = encodedNumber(encoding, knot + 1e-9);
        below.forEach((one, at) => {
          expect(one).toBeCloseTo(above[at]!, 8);
        });
      }),
    );
  });

  it("marks what is missing after its hinges", () => {
    const withGap = fitted(numbers("x", [1, 2, 3, NONE]), "hinges");
    const place = widthOf(withGap) - 1;
    expect(encodedNumber(withGap, NONE)).toEqual([...new Array(place).fill(0), 1]);
    expect(encodedNumber(withGap, 3)[place]).toBe(0);
  });

  it("does not disturb the column it is fitted to", () => {
    const values = [3, 1, 2];
    const unsorted = numbers("x", values);
    fitted(unsorted, "hinges");
    expect([...(unsorted.values as Float64Array)]).toEqual(values);
  });
});

describe("a bins encoding", () => {
  const bins = { type: "bins", edges: [10, 20], weights: [-1, 0.5, 2], missingWeight: 0.25 } as const;

  it.each([
    [Number.NEGATIVE_INFINITY, -1],
    [9.999, -1],
    [10, 0.5],
    [19.999, 0.5],
    [20, 2],
    [1e9, 2],
    [NONE, 0.25],
  ])("gives %d the weight %d", (value, weight) => {
    expect(encodedNumber(bins, value)).toEqual([weight]);
    expect(widthOf(bins)).toBe(1);
  });

  it("is fitted to the outcomes of training rows", () => {
    const column = numbers("x", [1, 1, 1, 2, 2, 2]);
    const encoding = fitted(column, "bins", [0, 0, 1, 1, 1, 1]);
    expect(encodedNumber(encoding, 2)[0]).toBeGreaterThan(encodedNumber(encoding, 1)[0]!);
  });
});

describe("a levels encoding", () => {
  const column = categories("plan", ["pro", "basic", "pro"]);
  const encoding = fitted(column, "linear");

  it("has a place for each level, in alphabetical order", () => {
    expect(encoding).toEqual({ type: "levels", levels: ["basic", "pro"] });
    expect(encoded(encoding, column, 0)).toEqual([0, 1]);
    expect(encoded(encoding, column, 1)).toEqual([1, 0]);
  });

  it("has no place for a level that training did not see", () => {
    expect(encoded(encoding, categories("plan", ["enterprise"]), 0)).toEqual([0, 0]);
  });

  it("is the same whatever the order of rows", () => {
    expect(fitted(categories("plan", ["basic", "pro"]), "linear")).toEqual(encoding);
  });
});

describe("any encoding", () => {
  it("is finite for every number, known or missing, that it may meet", () => {
    fc.assert(
      fc.property(
        valuesArbitrary,
        fc.constantFrom(...SHAPES_OF_NUMBERS),
        fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(NONE)),
        (values, shape, met) => {
          const encoding = fitted(
            numbers("x", values),
            shape,
            values.map((_, row) => row % 2),
          );
          for (const one of encodedNumber(encoding, met)) expect(one).toSatisfy(Number.isFinite);
        },
      ),
    );
  });

  it("has a first number that never falls as the value rises, bins aside", () => {
    fc.assert(
      fc.property(
        valuesArbitrary,
        fc.constantFrom("linear" as const, "log" as const, "hinges" as const),
        fc.tuple(fc.integer(), fc.integer()),
        (values, shape, [one, other]) => {
          const encoding = fitted(numbers("x", values), shape);
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          expect(encodedNumber(encoding, low)[0]).toBeLessThanOrEqual(encodedNumber(encoding, high)[0]!);
        },
      ),
    );
  });

  it("is left out when it is omitted", () => {
    expect(fitEncoding(numbers("x", [1, 2]), "omit", [0, 1])).toBeUndefined();
    expect(fitEncoding(categories("plan", ["a", "b"]), "omit", [0, 1])).toBeUndefined();
  });

  it("writes where it is told to", () => {
    const design = new Float64Array(4);
    encodeValue(fitted(numbers("x", [0, 2]), "linear"), 2, design, 2);
    expect([...design]).toEqual([0, 0, 1, 0]);
  });

  it("refuses a column of another type than in training", () => {
    const ofNumbers = fitted(numbers("x", [1, 2]), "linear");
    const ofNames = fitted(categories("x", ["a"]), "linear");
    expect(() => encoded(ofNumbers, categories("x", ["1"]), 0)).toThrow("“1” stands where training had numbers.");
    expect(() => encoded(ofNames, numbers("x", [1]), 0)).toThrow("1 stands where training had names.");
  });
});
