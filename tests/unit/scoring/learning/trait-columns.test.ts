import { describe, expect, it } from "vitest";
import { traitColumns } from "@/lib/scoring/learning/trait-columns";
import { createTraitSurvey, MOST_VALUES, type TraitUse } from "@/lib/scoring/learning/trait-survey";
import { customerOf } from "./support/customers";

type Traits = readonly (readonly [string, string | number | boolean])[];

function usesOf(customers: readonly Traits[]) {
  const survey = createTraitSurvey();
  for (const traits of customers) survey.visit(customerOf("a", [], { facts: { traits: new Map(traits) } }).facts);
  return survey.uses;
}

describe("createTraitSurvey", () => {
  it("counts customers, numbers and levels of each trait", () => {
    const uses = usesOf([
      [
        ["plan", "pro"],
        ["seats", 3],
      ],
      [["plan", "pro"]],
      [
        ["plan", 7],
        ["trial", true],
      ],
    ]);
    expect(uses.get("plan")).toEqual({
      customers: 3,
      numbers: 1,
      levels: new Map([
        ["pro", 2],
        ["7", 1],
      ]),
    });
    expect(uses.get("seats")).toMatchObject({ customers: 1, numbers: 1 });
    expect(uses.get("trial")).toMatchObject({ numbers: 0, levels: new Map([["true", 1]]) });
  });

  it("does not keep every value of an identifier", () => {
    const uses = usesOf(Array.from({ length: MOST_VALUES + 200 }, (_, at): Traits => [["id", `id ${at}`]]));
    expect(uses.get("id")?.levels.size).toBe(MOST_VALUES);
    expect(uses.get("id")?.customers).toBe(MOST_VALUES + 200);
  });

  it("goes on counting the levels that it knows", () => {
    const values = [...Array.from({ length: MOST_VALUES }, (_, at) => `id ${at}`), "id 0", "another"];
    const { levels } = usesOf(values.map((value): Traits => [["id", value]])).get("id")!;
    expect(levels.get("id 0")).toBe(2);
    expect(levels.has("another")).toBe(false);
  });

  it("does not keep more than 500 traits", () => {
    const uses = usesOf([Array.from({ length: 600 }, (_, at) => [`trait ${at}`, at] as const)]);
    expect(uses.size).toBe(500);
  });
});

describe("traitColumns", () => {
  const use = (customers: number, numbers: number, levels: Record<string, number>): TraitUse => ({
    customers,
    numbers,
    levels: new Map(Object.entries(levels)),
  });

  it.each([
    ["numbers of three values", use(100, 100, { 1: 40, 2: 30, 3: 30 }), "number"],
    ["numbers of two values", use(100, 100, { 0: 60, 1: 40 }), "category"],
    ["names", use(100, 0, { a: 60, b: 40 }), "category"],
    ["numbers and a word", use(100, 99, { 1: 50, 2: 49, many: 1 }), "category"],
    ["names of ten at most", use(100, 0, { a: 10, b: 9 }), "category"],
    ["names of nine at most", use(100, 0, { a: 9, b: 9 }), "nothing"],
    ["names of a twentieth", use(5, 0, { a: 5 }), "nothing"],
    ["names of enough", use(12, 0, { a: 12 }), "category"],
    ["names of hardly any", use(4, 0, { a: 4 }), "nothing"],
  ] as const)("takes %s for a %s", (_, uses, expected) => {
    const { signals, categories } = traitColumns(new Map([["x", uses]]), 100);
    expect(signals).toEqual(
      expected === "number" ? [{ name: "trait:x", spec: { type: "trait-number", trait: "x" } }] : [],
    );
    expect(categories).toEqual(expected === "category" ? [{ name: "trait:x", trait: "x" }] : []);
  });

  it("has columns in an order that does not depend on that of customers", () => {
    const uses = [
      ["b", use(50, 0, { a: 50 })],
      ["a", use(50, 0, { a: 50 })],
      ["c", use(90, 0, { a: 90 })],
    ] as const;
    const namesOf = (entries: typeof uses | readonly (typeof uses)[number][]) =>
      traitColumns(new Map(entries), 100).categories.map(({ trait }) => trait);
    expect(namesOf(uses)).toEqual(["c", "a", "b"]);
    expect(namesOf([...uses].reverse())).toEqual(["c", "a", "b"]);
  });
});
