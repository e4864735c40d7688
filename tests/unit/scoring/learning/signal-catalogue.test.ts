import { describe, expect, it } from "vitest";
import type { KindUse } from "@/lib/scoring/learning/kind-survey";
import { createKindSurvey } from "@/lib/scoring/learning/kind-survey";
import { signalCatalogue } from "@/lib/scoring/learning/signal-catalogue";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { ScoringKind } from "@/lib/scoring/types";
import { KINDS } from "../support/catalogue";
import { customerOf, date, noon } from "./support/customers";

function useOf(kind: ScoringKind, more: Partial<Omit<KindUse, "kind">> = {}): KindUse {
  return { kind, customers: 100, touchpoints: 500, whileEnding: 0, withValue: 0, withSentiment: 0, ...more };
}

const kind = (key: string) => KINDS.find((one) => one.key === key)!;
const nth = (at: number): ScoringKind => ({ ...kind("login"), id: 1_000 + at, key: `kind-${at}` });
const subjectsOf = (uses: readonly KindUse[], customers: number) => [
  ...new Set(signalCatalogue(uses, customers).map(({ name }) => name.replace(/:[^:]*$/, ""))),
];

describe("signalCatalogue", () => {
  it("has counts, fading, recency, silence, trend and rhythm of a kind", () => {
    const filter = { kinds: ["login"] };
    expect(signalCatalogue([useOf(kind("login"))], 100)).toEqual([
      { name: "login:count-30", spec: { type: "count", filter, windowDays: 30 } },
      { name: "login:count-90", spec: { type: "count", filter, windowDays: 90 } },
      { name: "login:count-180", spec: { type: "count", filter, windowDays: 180 } },
      { name: "login:count-ever", spec: { type: "count", filter, windowDays: 3_650 } },
      {
        name: "login:fading",
        spec: { type: "decayed-sum", filter, halfLifeDays: 180, measure: "count" },
      },
      { name: "login:days-since", spec: { type: "days-since", filter } },
      {
        name: "login:silence",
        spec: { type: "silence", filter, regularity: 2, priorGapDays: 60, priorGaps: 2, unit: "bits" },
      },
      {
        name: "login:trend",
        spec: { type: "trend", filter, recentDays: 60, baselineDays: 120, shrinkage: 2, measure: "count" },
      },
      { name: "login:lifetime-frequency", spec: { type: "lifetime-frequency", filter } },
    ]);
  });

  it("has money and its statistics where values are given", () => {
    const filter = { kinds: ["login"] };
    const signals = signalCatalogue([useOf(kind("login"), { withValue: 100 })], 100);
    expect(signals.slice(9)).toEqual([
      {
        name: "login:fading-value",
        spec: { type: "decayed-sum", filter, halfLifeDays: 180, measure: "value" },
      },
      {
        name: "login:mean-value",
        spec: { type: "value", filter, field: "value", statistic: "mean", windowDays: 180 },
      },
      {
        name: "login:latest-value",
        spec: { type: "value", filter, field: "value", statistic: "latest", windowDays: 180 },
      },
      {
        name: "login:minimum-value",
        spec: { type: "value", filter, field: "value", statistic: "minimum", windowDays: 180 },
      },
    ]);
  });

  it("has the mood where sentiments are given", () => {
    const filter = { kinds: ["login"] };
    const signals = signalCatalogue([useOf(kind("login"), { withSentiment: 100 })], 100);
    expect(signals.slice(9)).toEqual([
      {
        name: "login:mean-sentiment",
        spec: { type: "value", filter, field: "sentiment", statistic: "mean", windowDays: 180 },
      },
      {
        name: "login:latest-sentiment",
        spec: { type: "value", filter, field: "sentiment", statistic: "latest", windowDays: 180 },
      },
      {
        name: "login:minimum-sentiment",
        spec: { type: "value", filter, field: "sentiment", statistic: "minimum", windowDays: 180 },
      },
    ]);
  });

  it.each([
    [100, 13],
    [99, 9],
  ])("wants a value with a fifth of touchpoints: %i of 500", (withValue, signals) => {
    expect(signalCatalogue([useOf(kind("login"), { withValue })], 100)).toHaveLength(signals);
  });

  it.each([
    [20, 100, 1],
    [19, 100, 0],
    [40, 2_000, 1],
    [39, 2_000, 0],
  ])("looks at a kind of %i among %i customers: %i", (customers, all, subjects) => {
    expect(subjectsOf([useOf(kind("login"), { customers })], all)).toHaveLength(subjects);
  });

  it("looks at the most common twelve", () => {
    const uses = Array.from({ length: 15 }, (_, at) => useOf(nth(at), { customers: 50 + at }));
    const subjects = subjectsOf(uses, 100);
    expect(subjects).toHaveLength(12);
    expect(subjects).toContain("kind-14");
    expect(subjects).not.toContain("kind-0");
  });

  it("takes equally common ones by name", () => {
    const uses = ["b", "c", "a"].map((key, at) =>
      useOf({ ...nth(at), key, category: (["usage", "social", "support"] as const)[at]! }),
    );
    expect(subjectsOf(uses, 100)).toEqual(["a", "b", "c"]);
    expect(subjectsOf([...uses].reverse(), 100)).toEqual(["a", "b", "c"]);
  });

  it("takes the kinds of a category together that occur", () => {
    const uses = [
      useOf(kind("purchase")),
      useOf(kind("return"), { customers: 30 }),
      useOf(kind("call"), { touchpoints: 0, customers: 0 }),
    ];
    expect(subjectsOf(uses, 100)).toEqual(["purchase", "purchase:all", "return"]);
    const one = [useOf(kind("purchase")), useOf(kind("return"), { touchpoints: 0, customers: 0 })];
    expect(subjectsOf(one, 100)).toEqual(["purchase"]);
  });

  it("specifies signals without a fault", () => {
    const uses = KINDS.map((one) => useOf(one, { withValue: 500, withSentiment: 500 }));
    const faults: string[] = [];
    for (const { name, spec } of signalCatalogue(uses, 100)) {
      const type = signalTypeOf(spec) as {
        check: (spec: unknown, path: string, report: (path: string) => void) => void;
      };
      type.check(spec, name, (path) => faults.push(path));
    }
    expect(faults).toEqual([]);
  });

  it("has nothing to look at without touchpoints", () => {
    expect(signalCatalogue([], 0)).toEqual([]);
    expect(signalCatalogue([useOf(kind("login"), { touchpoints: 0, customers: 0 })], 0)).toEqual([]);
  });
});

describe("createKindSurvey", () => {
  it("counts customers, touchpoints, values and sentiments up to the instant", () => {
    const survey = createKindSurvey(KINDS, noon(10));
    survey.visit(
      customerOf("a", [
        { day: 1, kind: "login", value: 3 },
        { day: 2, kind: "login", sentiment: 0.5 },
        { day: 3, kind: "call" },
        { day: 11, kind: "login" },
      ]),
    );
    survey.visit(customerOf("b", [{ day: 10, kind: "login", value: 0 }]));
    const ofKind = (key: string) => survey.uses.find((use) => use.kind.key === key);
    expect(ofKind("login")).toMatchObject({
      customers: 2,
      touchpoints: 3,
      withValue: 2,
      withSentiment: 1,
      whileEnding: 0,
    });
    expect(ofKind("call")).toMatchObject({ customers: 1, touchpoints: 1 });
    expect(ofKind("purchase")).toMatchObject({ customers: 0, touchpoints: 0 });
  });

  it("counts what happens from the day before a break-up until the return", () => {
    const survey = createKindSurvey(KINDS, noon(100));
    const happenings = [18, 19, 20, 25, 29, 30, 31].map((day) => ({ day, kind: "login" }));
    survey.visit(
      customerOf("a", happenings, {
        outcomes: [
          { type: "break-up", occurredOnMs: date(20) },
          { type: "return", occurredOnMs: date(30) },
        ],
      }),
    );
    expect(survey.uses.find((use) => use.kind.key === "login")).toMatchObject({ touchpoints: 7, whileEnding: 4 });
  });

  it("passes over kinds that are not in the catalogue", () => {
    const survey = createKindSurvey([kind("call")], noon(100));
    survey.visit(
      customerOf("a", [
        { day: 1, kind: "login" },
        { day: 2, kind: "call" },
      ]),
    );
    expect(survey.uses.map(({ touchpoints }) => touchpoints)).toEqual([1]);
  });
});
