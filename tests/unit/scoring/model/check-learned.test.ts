import { describe, expect, it } from "vitest";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { checkLearned } from "@/lib/scoring/model/check-learned";

const SOUND: LearnedParameters = {
  signals: [
    { name: "purchases", spec: { type: "count", filter: { kinds: ["purchase"] }, windowDays: 90 } },
    { name: "tenure", spec: { type: "tenure" } },
  ],
  categories: [{ name: "trait:plan", trait: "plan" }],
  derived: [{ type: "ratio", name: "per day", numerator: "purchases", denominator: "tenure" }],
  intercept: -2,
  ruleWeights: [
    ["complaints", 0.8],
    ["silence", 1],
  ],
  terms: [
    {
      column: "purchases",
      encoding: { type: "hinges", mean: 2, sd: 1, knots: [1, 4], marksMissing: false },
      coefficients: [1, 0, -1],
    },
    {
      column: "tenure",
      encoding: { type: "bins", edges: [30], weights: [-1, 1], missingWeight: 0 },
      coefficients: [0.5],
    },
    { column: "trait:plan", encoding: { type: "levels", levels: ["basic", "pro"] }, coefficients: [0.1, -0.1] },
    { column: "per day", encoding: { type: "log", mean: 0, sd: 1, marksMissing: true }, coefficients: [0.2, 0.3] },
  ],
  groups: [],
  calibration: null,
  shift: 0,
};
const KNOWN = { ruleKeys: new Set(["complaints", "silence"]), kindKeys: new Set(["purchase"]) };

function faultsOf(wrong: Partial<LearnedParameters>, known = KNOWN): readonly string[] {
  const faults: string[] = [];
  checkLearned({ ...SOUND, ...wrong }, known, (path, message) => faults.push(`${path}: ${message}`));
  return faults;
}

const termAt = (at: number, more: Partial<LearnedParameters["terms"][number]>) =>
  SOUND.terms.map((term, place) => (place === at ? { ...term, ...more } : term));

describe("the check of a learned model", () => {
  it("finds nothing in a sound one", () => expect(faultsOf({})).toEqual([]));

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "finds an intercept or shift of %d",
    (bad) => {
      expect(faultsOf({ intercept: bad, shift: bad })).toEqual([
        "learned.intercept: must be a finite number",
        "learned.shift: must be a finite number",
      ]);
    },
  );

  it("finds weights of rules that there are none of, and weights that are no numbers", () => {
    const ruleWeights = [
      ["complaints", Number.NaN],
      ["gone", 1],
    ] as const;
    expect(faultsOf({ ruleWeights })).toEqual([
      'learned.ruleWeights["complaints"]: must be a finite number',
      'learned.ruleWeights["gone"]: there is no such rule',
    ]);
  });

  it("finds a signal of a kind that is gone, or of no length", () => {
    expect(faultsOf({}, { ...KNOWN, kindKeys: new Set() })).toEqual([
      expect.stringContaining('learned.signals["purchases"].filter'),
    ]);
    const signals = [{ ...SOUND.signals[0]!, spec: { ...SOUND.signals[0]!.spec, windowDays: 0 } }, SOUND.signals[1]!];
    expect(faultsOf({ signals: signals as LearnedParameters["signals"] })).toEqual([
      expect.stringContaining('learned.signals["purchases"].windowDays'),
    ]);
  });

  it("finds terms whose columns nobody computes", () => {
    expect(faultsOf({ categories: [] })).toEqual(['learned.terms["trait:plan"]: there is no such column']);
    expect(faultsOf({ derived: [] })).toEqual(['learned.terms["per day"]: there is no such column']);
  });

  it.each<[number, readonly number[], number]>([
    [0, [1, 0], 3],
    [1, [0.5, 1], 1],
    [2, [0.1], 2],
    [3, [0.2], 2],
  ])("finds term %i with the coefficients %j instead of %i", (at, coefficients, width) => {
    expect(faultsOf({ terms: termAt(at, { coefficients }) })).toEqual([
      expect.stringMatching(new RegExp(`must have ${width} coefficients, not ${coefficients.length}$`)),
    ]);
  });

  it("finds coefficients that are no numbers, each once", () => {
    expect(faultsOf({ terms: termAt(2, { coefficients: [Number.NaN, Number.NaN] }) })).toHaveLength(2);
  });
});
