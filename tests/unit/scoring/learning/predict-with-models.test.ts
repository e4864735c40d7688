import { describe, expect, it } from "vitest";
import { UTC_DAYS } from "@/lib/scoring/learning/day-clock";
import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import type { LearnedModel } from "@/lib/scoring/learning/learn-model";
import { NumberBuffer } from "@/lib/scoring/learning/number-buffer";
import { type PanelPlan, ruleColumn } from "@/lib/scoring/learning/panel-plan";
import { predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import { predictWithModels } from "@/lib/scoring/learning/predict-with-models";
import { toLearnedParameters } from "@/lib/scoring/learning/to-learned-parameters";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { categories, labelled, numbers } from "./support/tables";

const ROWS = 80;
const outcomes = Array.from({ length: ROWS }, (_, row) => Number(row % 4 === 0));
const hits = outcomes.map((outcome, row) => (outcome === 1 || row % 5 === 0 ? 1.4 : 0));
const seats = outcomes.map((outcome, row) => outcome + (row % 7));
const plans = outcomes.map((_, row) => (row % 3 === 0 ? "pro" : "basic"));
const table = labelled(
  [numbers(ruleColumn("hit"), hits), numbers("seats", seats), numbers("idle", seats), categories("plan", plans)],
  outcomes,
);
const design = {
  shapes: new Map([
    [ruleColumn("hit"), "points" as const],
    ["idle", "omit" as const],
  ]),
  priorSd: 0.5,
};
const learned: LearnedModel = {
  design,
  derived: [],
  logLoss: 0.5,
  model: fitAdditiveModel(table, design),
  calibration: { type: "platt", intercept: 0.1, slope: 0.9 },
};
// Made anew in every test: what runs while a file is loaded, mutation testing cannot change.
const predict = () => predictWithModels({ training: table, test: table, ruleKeys: ["hit"], learned, shift: 0.25 });

describe("predictWithModels", () => {
  it("says the training rate of everyone", () => {
    expect(new Set(predict().constant)).toEqual(new Set([0.25]));
  });

  it("takes the rules as stated, with the training rate as their mean", () => {
    const { rules } = predict();
    const logOdds = [...rules].map((one) => Math.log(one / (1 - one)));
    const mean = rules.reduce((sum, one) => sum + one, 0) / ROWS;
    expect(mean).toBeCloseTo(0.25, 9);
    logOdds.forEach((one, row) => {
      expect(one - logOdds[1]!).toBeCloseTo(hits[row]! - hits[1]!, 9);
    });
  });

  it("regresses plainly on everything but rules", () => {
    const columns = table.columns.slice(1);
    const plain = fitAdditiveModel({ ...table, columns }, { shapes: new Map(), priorSd: 1 });
    expect(predict().plain).toEqual(predictLogOdds(plain, table).map(sigmoid));
  });

  it("calibrates and shifts the learned model", () => {
    const raw = predictLogOdds(learned.model, table);
    predict().best.forEach((probability, row) => {
      expect(probability).toBeCloseTo(sigmoid(0.1 + 0.9 * raw[row]! + 0.25), 12);
    });
  });
});

describe("toLearnedParameters", () => {
  const plan: PanelPlan = {
    signals: ["seats", "idle"].map((name) => ({ name, spec: { type: "trait-number", trait: name } })),
    categories: [{ name: "plan", trait: "plan" }],
    kindsAfterBreakUp: [],
  };
  const store = () => toLearnedParameters(learned, { plan, ruleKeys: ["never", "hit"], groups: [], shift: 0.25 });

  it("keeps the columns that terms look at", () => {
    const parameters = store();
    expect(parameters.signals.map(({ name }) => name)).toEqual(["seats"]);
    expect(parameters.categories).toEqual(plan.categories);
    expect(parameters.terms.map(({ column }) => column)).toEqual(["seats", "plan"]);
  });

  it("tells weights of rules from terms, in the order of the rules", () => {
    const [term] = learned.model.terms.filter(({ column }) => column === ruleColumn("hit"));
    expect(store().ruleWeights).toEqual([
      ["never", 1],
      ["hit", term!.coefficients[0]],
    ]);
  });

  it("carries intercept, calibration and shift", () => {
    expect(store()).toMatchObject({
      intercept: learned.model.intercept,
      calibration: learned.calibration,
      shift: 0.25,
    });
  });

  it("keeps the columns that derived ones are made of, and no derived one that no term looks at", () => {
    const ratio = { type: "ratio", name: "seats / idle", numerator: "seats", denominator: "idle" } as const;
    const pair = { type: "pair", name: "plan × idle", first: "plan", second: "idle", cuts: [2] } as const;
    const termOf = ({ name }: { name: string }) => ({ ...learned.model.terms[1]!, column: name });
    const storedWith = (...made: { name: string }[]) =>
      toLearnedParameters(
        { ...learned, derived: [ratio, pair], model: { intercept: 0, terms: made.map(termOf) } },
        { plan, ruleKeys: [], groups: [], shift: 0 },
      );
    const named = ({ signals, categories: kept, derived }: ReturnType<typeof store>) =>
      [signals, kept, derived].map((columns) => columns.map(({ name }) => name));
    expect(named(storedWith())).toEqual([[], [], []]);
    expect(named(storedWith(ratio))).toEqual([["seats", "idle"], [], ["seats / idle"]]);
    expect(named(storedWith(pair))).toEqual([["idle"], ["plan"], ["plan × idle"]]);
  });

  it("survives storage as JSON", () => {
    const parameters = store();
    expect(JSON.parse(JSON.stringify(parameters))).toEqual(parameters);
  });
});

describe("UTC_DAYS", () => {
  it.each([
    [0, 0],
    [86_399_999, 0],
    [86_400_000, 1],
    [-1, -1],
  ])("has %i ms on day %i", (instantMs, day) => {
    expect(UTC_DAYS.dayOf(instantMs)).toBe(day);
  });

  it("ends a day a millisecond before the next", () => {
    expect(UTC_DAYS.endOf(0)).toBe(86_399_999);
    expect(UTC_DAYS.dayOf(UTC_DAYS.endOf(20_000))).toBe(20_000);
    expect(UTC_DAYS.dayOf(UTC_DAYS.endOf(20_000) + 1)).toBe(20_001);
  });
});

describe("NumberBuffer", () => {
  it("keeps what is pushed, however much, and gives it in any order", () => {
    const buffer = new NumberBuffer();
    for (let at = 0; at < 1_000; at++) buffer.push(at * 2);
    expect(buffer.length).toBe(1_000);
    expect([...buffer.inOrder(Uint32Array.from([999, 0, 500]))]).toEqual([1_998, 0, 1_000]);
  });

  it("keeps what is missing", () => {
    const buffer = new NumberBuffer();
    buffer.push(Number.NaN);
    expect(buffer.inOrder(Uint32Array.from([0]))[0]).toBeNaN();
  });
});
