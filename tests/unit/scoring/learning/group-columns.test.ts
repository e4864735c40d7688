import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import type { AdditiveModel } from "@/lib/scoring/learning/additive-model";
import { groupColumns } from "@/lib/scoring/learning/group-columns";
import type { LearnedSignal } from "@/lib/scoring/learning/learned-parameters";
import type { LabelledTable } from "@/lib/scoring/learning/table";

const ROWS = 400;

function countOf(name: string, kind: string, windowDays = 30): LearnedSignal {
  return { name, spec: { type: "count", filter: { kinds: [kind] }, windowDays } };
}

function tableOf(columns: Readonly<Record<string, (row: number) => number>>, rows = ROWS): LabelledTable {
  return {
    rows,
    columns: Object.entries(columns).map(([name, numberAt]) => ({
      type: "numeric",
      name,
      values: Float64Array.from({ length: rows }, (_, row) => numberAt(row)),
    })),
    outcomes: new Uint8Array(rows),
    groups: Array.from({ length: rows }, (_, row) => String(row)),
  };
}

/** Every column enters as it is, times its coefficient. */
function modelOf(coefficients: Readonly<Record<string, number>>): AdditiveModel {
  const encoding = { type: "linear", mean: 0, sd: 1, marksMissing: false } as const;
  return {
    intercept: -1,
    terms: Object.entries(coefficients).map(([column, coefficient]) => ({
      column,
      encoding,
      coefficients: [coefficient],
    })),
  };
}

function draws(seed: number): readonly number[] {
  const uniform = seededUniform(seed);
  return Array.from({ length: 12_000 }, () => uniform());
}
const [first, second, third] = [draws(1), draws(2), draws(3)];

describe("groups of columns", () => {
  it("put together what looks at the same touchpoints and moves together, whichever way", () => {
    const table = tableOf({
      short: (row) => first[row]!,
      long: (row) => first[row]! + 0.2 * second[row]!,
      since: (row) => -first[row]! + 0.3 * third[row]!,
    });
    const signals = [countOf("short", "purchase"), countOf("long", "purchase", 90), countOf("since", "purchase", 180)];
    const groups = groupColumns(modelOf({ short: 1, long: -3, since: 1 }), table, signals);
    expect(groups).toEqual([{ key: "long", columns: ["long", "short", "since"] }]);
  });

  it("are named after the member that moves scores the most, not the one that is listed first or has larger numbers", () => {
    const table = tableOf({ large: (row) => 1_000 * first[row]!, small: (row) => first[row]! });
    const signals = [countOf("large", "purchase"), countOf("small", "purchase", 90)];
    expect(groupColumns(modelOf({ large: 0.001, small: 2 }), table, signals)[0]?.key).toBe("small");
    expect(groupColumns(modelOf({ large: 0.003, small: 2 }), table, signals)[0]?.key).toBe("large");
  });

  it("keep other touchpoints apart, however much they move together", () => {
    const table = tableOf({ bought: (row) => first[row]!, returned: (row) => first[row]! });
    const signals = [countOf("bought", "purchase"), countOf("returned", "return")];
    expect(groupColumns(modelOf({ bought: 1, returned: 1 }), table, signals)).toEqual([]);
  });

  it("leave alone what does not move together", () => {
    const table = tableOf({ short: (row) => first[row]!, other: (row) => second[row]! });
    const signals = [countOf("short", "purchase"), countOf("other", "purchase", 90)];
    expect(groupColumns(modelOf({ short: 1, other: 1 }), table, signals)).toEqual([]);
  });

  it("ask for a correlation of a half", () => {
    // x and c x + sqrt(1 - c^2) y, with x and y uncorrelated over four rows, correlate by c.
    const [x, y] = [
      [1, 1, -1, -1],
      [1, -1, 1, -1],
    ];
    const withCorrelation = (c: number) =>
      tableOf({ one: (row) => x![row % 4]!, other: (row) => c * x![row % 4]! + Math.sqrt(1 - c * c) * y![row % 4]! });
    const signals = [countOf("one", "purchase"), countOf("other", "purchase", 90)];
    const model = modelOf({ one: 1, other: 2 });
    expect(groupColumns(model, withCorrelation(0.51), signals)).toHaveLength(1);
    expect(groupColumns(model, withCorrelation(-0.51), signals)).toHaveLength(1);
    expect(groupColumns(model, withCorrelation(0.49), signals)).toEqual([]);
  });

  it("join through a member between two others", () => {
    const table = tableOf({
      left: (row) => first[row]!,
      right: (row) => second[row]!,
      middle: (row) => first[row]! + second[row]!,
    });
    const signals = ["left", "right", "middle"].map((name, at) => countOf(name, "purchase", 30 + at));
    const groups = groupColumns(modelOf({ left: 1, right: 1, middle: 1 }), table, signals);
    expect(groups).toEqual([{ key: "middle", columns: ["left", "middle", "right"] }]);
  });

  it("leave out columns that never move, rules, traits and dates", () => {
    const table = tableOf({
      flat: () => 3,
      "rule:a": (row) => first[row]!,
      plan: (row) => first[row]!,
      age: (row) => row,
    });
    const signals: LearnedSignal[] = [
      countOf("flat", "purchase"),
      { name: "plan", spec: { type: "trait-number", trait: "plan" } },
      { name: "age", spec: { type: "tenure" } },
    ];
    expect(groupColumns(modelOf({ flat: 1, "rule:a": 1, plan: 1, age: 1 }), table, signals)).toEqual([]);
    expect(groupColumns(modelOf({}), table, signals)).toEqual([]);
  });

  it("look at rows of the whole table when there are more than they need", () => {
    const changing = tableOf(
      { one: (row) => first[row]!, other: (row) => (row < 5_000 ? first[row]! : -first[row]! + second[row]!) },
      10_001,
    );
    const signals = [countOf("one", "purchase"), countOf("other", "purchase", 90)];
    expect(groupColumns(modelOf({ one: 1, other: 1 }), changing, signals)).toEqual([]);
  });

  it("never name a column twice, and hold at least two", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -3, max: 3 }), fc.boolean()), {
          minLength: 1,
          maxLength: 12,
        }),
        (columns) => {
          const names = columns.map((_, at) => `c${at}`);
          const table = tableOf(
            Object.fromEntries(
              columns.map(([base, mix], at) => [names[at]!, (row) => (row % (base + 2)) + mix * second[row]!]),
            ),
            60,
          );
          const signals = columns.map(([, , bought], at) =>
            countOf(names[at]!, bought ? "purchase" : "return", 30 + at),
          );
          const groups = groupColumns(modelOf(Object.fromEntries(names.map((name) => [name, 1]))), table, signals);
          const listed = groups.flatMap((group) => group.columns);
          expect(new Set(listed).size).toBe(listed.length);
          for (const { key, columns: members } of groups) {
            expect(members.length).toBeGreaterThan(1);
            expect(members).toContain(key);
            expect(new Set(members.map((name) => columns[Number(name.slice(1))]![2])).size).toBe(1);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
