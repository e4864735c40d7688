import { describe, expect, it } from "vitest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { chooseDesign } from "@/lib/scoring/learning/choose-design";
import { derivedCandidates } from "@/lib/scoring/learning/derived-candidates";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";
import { applyLearnedModel, learnModel } from "@/lib/scoring/learning/learn-model";
import type { DerivedColumn } from "@/lib/scoring/learning/learned-parameters";
import { scoreLearned } from "@/lib/scoring/learning/score-learned";
import { toLearnedParameters } from "@/lib/scoring/learning/to-learned-parameters";
import { withDerived } from "@/lib/scoring/learning/with-derived";
import { categories, labelled, numbers } from "./support/tables";

const ratio: DerivedColumn = { type: "ratio", name: "a / b", numerator: "a", denominator: "b" };
const pair: DerivedColumn = { type: "pair", name: "p × a", first: "p", second: "a", cuts: [2, 4] };
const small = labelled([numbers("a", [1, 2, 6]), numbers("b", [2, 0, 3]), categories("p", ["x", "y", ""])], [0, 1, 0]);

describe("withDerived", () => {
  it("adds columns after the table's own", () => {
    const table = withDerived(small, [ratio, pair]);
    expect(table.columns.map(({ name }) => name)).toEqual(["a", "b", "p", "a / b", "p × a"]);
    expect([...table.columns[3]!.values]).toEqual([0.5, Number.NaN, 2]);
    expect([...table.columns[4]!.values]).toEqual(["x × 0", "y × 1", "? × 2"]);
    expect(table.outcomes).toBe(small.outcomes);
  });

  it("is the table itself when there is nothing to add", () => {
    expect(withDerived(small, [])).toBe(small);
  });

  it("says what is missing", () => {
    const lost: DerivedColumn = { ...ratio, denominator: "c" };
    expect(() => withDerived(small, [lost])).toThrow("has not the columns that “a / b” is made of");
  });
});

/** Break-ups follow the quotient of two numbers, and of two plans only where there are few seats. */
function crossed(rows: number, seed: number) {
  const uniform = seededUniform(seed);
  const drawn = Array.from({ length: rows }, () => {
    const months = 1 + 40 * uniform();
    const price = 1 + 9 * uniform();
    const plan = uniform() < 0.5 ? "basic" : "pro";
    const region = uniform() < 0.5 ? "north" : "south";
    const leaves = (plan === "pro") === (region === "north") ? 0.85 : 0.15;
    return { months, paid: months * price, plan, region, outcome: Number(uniform() < leaves) };
  });
  return labelled(
    [
      numbers(
        "months",
        drawn.map((one) => one.months),
      ),
      numbers(
        "paid",
        drawn.map((one) => one.paid),
      ),
      categories(
        "plan",
        drawn.map((one) => one.plan),
      ),
      categories(
        "region",
        drawn.map((one) => one.region),
      ),
    ],
    drawn.map((one) => one.outcome),
  );
}

const ALL = new Set(["months", "paid", "plan", "region"]);
const namesOf = (columns: readonly DerivedColumn[]) => columns.map(({ name }) => name);

describe("derivedCandidates", () => {
  const table = crossed(200, 3);

  it("are ratios of numbers both ways, and pairs with a category first", () => {
    const names = namesOf(derivedCandidates(table, ALL));
    expect(names).toEqual(expect.arrayContaining(["months / paid", "paid / months"]));
    expect(names.filter((name) => name.includes("/"))).toHaveLength(2);
    expect(names.filter((name) => name.includes("×"))).toHaveLength(5);
    for (const candidate of derivedCandidates(table, ALL)) {
      if (candidate.type === "pair") expect(["plan", "region"]).toContain(candidate.first);
    }
  });

  it("cut numbers into four parts", () => {
    const candidate = derivedCandidates(table, ALL).find((one) => one.type === "pair" && one.second === "months");
    if (candidate?.type !== "pair") throw new Error("There is no such pair.");
    expect(candidate.cuts).toHaveLength(3);
    const months = table.columns[0]!.values as Float64Array;
    expect(months.filter((one) => one < candidate.cuts[1]!).length).toBeCloseTo(100, -1);
  });

  it("are made of eligible columns only", () => {
    expect(derivedCandidates(table, new Set())).toEqual([]);
    expect(namesOf(derivedCandidates(table, new Set(["months", "paid"])))).toEqual(["months / paid", "paid / months"]);
  });

  it("has no ratios of many numbers", () => {
    const many = (count: number) =>
      labelled(
        Array.from({ length: count }, (_, at) => numbers(`n${at}`, [1, 2, 3, 4])),
        [0, 1, 0, 1],
      );
    const eligible = new Set(Array.from({ length: 9 }, (_, at) => `n${at}`));
    expect(derivedCandidates(many(4), eligible)).toHaveLength(12);
    expect(derivedCandidates(many(5), eligible)).toHaveLength(0);
  });
});

describe("the columns that derivedCandidates pairs", () => {
  const outcomes = Array.from({ length: 200 }, (_, row) => row % 2);
  /** A category that is right about so many of ten customers. */
  const rightAbout = (name: string, tenths: number) =>
    categories(
      name,
      outcomes.map((outcome, row) => ((Math.floor(row / 2) % 10 < tenths ? outcome : 1 - outcome) === 1 ? "x" : "y")),
    );
  const eligible = (table: ReturnType<typeof labelled>) => new Set(table.columns.map(({ name }) => name));
  const pairsOf = (table: ReturnType<typeof labelled>) => namesOf(derivedCandidates(table, eligible(table)));

  it("are the five that tell most, in that order", () => {
    const tenths = [5, 10, 6, 9, 7, 8, 5];
    const table = labelled(
      tenths.map((right, at) => rightAbout(`c${at}`, right)),
      outcomes,
    );
    const pairs = pairsOf(table);
    expect(pairs).toHaveLength(10);
    expect(pairs.slice(0, 4)).toEqual(["c1 × c3", "c1 × c5", "c1 × c4", "c1 × c2"]);
  });

  it("come by name where they tell the same", () => {
    const table = labelled([rightAbout("b", 8), rightAbout("a", 8), rightAbout("c", 8)], outcomes);
    expect(pairsOf(table)).toEqual(["a × b", "a × c", "b × c"]);
  });

  it("may tell by what is missing, and are cut by what is not", () => {
    const telling = numbers(
      "telling",
      outcomes.map((outcome, row) => (outcome === 1 ? Number.NaN : row)),
    );
    const table = labelled([rightAbout("weak", 6), rightAbout("weaker", 5), telling], outcomes);
    const candidates = derivedCandidates(table, eligible(table));
    expect(namesOf(candidates).slice(0, 2)).toEqual(["weak × telling", "weaker × telling"]);
    const [first] = candidates;
    if (first?.type !== "pair") throw new Error("There is no such pair.");
    expect(first.cuts).toEqual([50, 100, 150]);
  });

  it("may be categories with levels of their own rates, whatever they are called", () => {
    const levels = categories(
      "levels",
      outcomes.map(
        (outcome, row) => (outcome === 1 ? ["b", "d"][row % 4 > 1 ? 1 : 0] : ["a", "c"][row % 4 > 1 ? 1 : 0]) as string,
      ),
    );
    const table = labelled([rightAbout("a weak one", 6), rightAbout("another", 7), levels], outcomes);
    expect(pairsOf(table)[0]).toBe("levels × another");
  });

  it("have cuts only where the second is a number", () => {
    const table = labelled([rightAbout("a", 8), rightAbout("b", 7)], outcomes);
    expect(derivedCandidates(table, eligible(table))).toEqual([
      { type: "pair", name: "a × b", first: "a", second: "b", cuts: [] },
    ]);
  });
});

describe("choosing derived columns", () => {
  const table = crossed(400, 4);

  it("takes the pair that break-ups follow, and no ratio that they do not", () => {
    const { derived } = chooseDesign(table, groupedFolds(table.groups, 3, 1), {
      fixed: new Map(),
      candidates: derivedCandidates(table, ALL),
    });
    expect(namesOf(derived).some((name) => name === "plan × region" || name === "region × plan")).toBe(true);
    expect(namesOf(derived)).not.toContain("months / paid");
  });

  it("predicts other customers with it, as stored parameters do", () => {
    const learned = learnModel(table, { folds: 3, seed: 1, derivable: ALL });
    const others = crossed(50, 5);
    const plan = {
      signals: ["months", "paid"].map((name) => ({ name, spec: { type: "trait-number", trait: name } as const })),
      categories: ["plan", "region"].map((name) => ({ name, trait: name })),
      kindsAfterBreakUp: [],
    };
    const parameters = toLearnedParameters(learned, { plan, ruleKeys: [], groups: [], shift: 0 });
    expect(parameters.derived.length).toBeGreaterThan(0);
    const logOdds = applyLearnedModel(learned, others);
    for (let row = 0; row < others.rows; row++) {
      const cellOf = (name: string) => others.columns.find((column) => column.name === name)!.values[row]!;
      const score = scoreLearned(parameters, {
        signals: parameters.signals.map(({ name }) => cellOf(name) as number),
        categories: parameters.categories.map(({ name }) => cellOf(name) as string),
        rules: [],
      });
      expect(score.logOdds).toBeCloseTo(logOdds[row]!, 10);
    }
  });
});
