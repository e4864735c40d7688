import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { englishMessages } from "@/lib/i18n/english-messages";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { UTC_DAYS } from "@/lib/scoring/learning/day-clock";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { Reason, TouchpointColumns } from "@/lib/scoring/types";
import { KINDS, kindId } from "../support/catalogue";

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse("2026-06-30T12:00:00Z");
const t = createTranslator({ locale: "en", messages: { reasons: englishMessages.reasons }, timeZone: "UTC" });

const linear = { type: "linear", mean: 0, sd: 1, marksMissing: false } as const;
const NOTHING: LearnedParameters = {
  ...{ signals: [], categories: [], derived: [], terms: [], groups: [], ruleWeights: [] },
  ...{ intercept: -1, calibration: null, shift: 0 },
};

const buying = { kinds: ["purchase"] };
const COMPLAINTS = {
  name: "complaints",
  spec: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 30 },
} as const;
const PURCHASES = { name: "purchases", spec: { type: "count", filter: buying, windowDays: 90 } } as const;
const TREND = {
  name: "trend",
  spec: { type: "trend", filter: buying, recentDays: 30, baselineDays: 90, shrinkage: 1, measure: "count" },
} as const;
const VALUE = {
  name: "value",
  spec: { type: "value", filter: buying, field: "value", statistic: "mean", windowDays: 90 },
} as const;

const touchpoints = (...happened: readonly (readonly [daysAgo: number, kind: string])[]): TouchpointColumns => ({
  length: happened.length,
  occurredAtMs: Float64Array.from(happened, ([daysAgo]) => NOW_MS - daysAgo * DAY_MS),
  kindId: Uint16Array.from(happened, ([, kind]) => kindId(kind)),
  value: new Float64Array(happened.length).fill(10),
  sentiment: new Float64Array(happened.length).fill(Number.NaN),
});

const JOURNEY = touchpoints(
  [110, "purchase"],
  [100, "purchase"],
  [90, "purchase"],
  [80, "purchase"],
  [70, "purchase"],
  [50, "purchase"],
  [10, "complaint"],
  [4, "complaint"],
);

function reasonsOf(learned: Partial<LearnedParameters>, traits: Record<string, string> = {}): readonly Reason[] {
  const parameters = { ...NOTHING, ...learned };
  return compileScorer({
    ...{ kinds: KINDS, rules: [], model: { intercept: 0, weights: new Map() }, horizonDays: 90 },
    learned: { parameters, days: UTC_DAYS },
  }).scoreAt(
    JOURNEY,
    { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map(Object.entries(traits)) },
    NOW_MS,
  ).reasons;
}

const inWords = ({ text }: Reason) =>
  sayText(text, (id, values) => t(`reasons.${id}` as Parameters<typeof t>[0], { ...values }));

describe("reasons that were learned", () => {
  it.each([
    [COMPLAINTS, 0.4, "2 complaints in 30 days"],
    [PURCHASES, -0.4, /purchases in 90 days/],
    [TREND, -0.4, /^Fewer purchases/],
  ] as const)("are said as a person would: %o", (signal, coefficient, words) => {
    const terms = [{ column: signal.name, encoding: linear, coefficients: [coefficient] }];
    const [reason] = reasonsOf({ signals: [signal], terms });
    expect(inWords(reason!)).toMatch(words);
    expect(reason!.ruleKey).toBe(`learned:${signal.name}`);
  });

  it("are none where a term says nothing", () => {
    const terms = [{ column: "complaints", encoding: linear, coefficients: [0] }];
    expect(reasonsOf({ signals: [COMPLAINTS], terms })).toEqual([]);
  });

  it("share the points of complaints over the complaints", () => {
    const terms = [{ column: "complaints", encoding: linear, coefficients: [0.4] }];
    const [reason] = reasonsOf({ signals: [COMPLAINTS], terms });
    expect(reason!.touchpoints).toEqual([
      { index: 6, logOdds: expect.closeTo(0.4, 12) },
      { index: 7, logOdds: expect.closeTo(0.4, 12) },
    ]);
  });

  it("put no touchpoint behind a fall", () => {
    const terms = [{ column: "trend", encoding: linear, coefficients: [-0.4] }];
    expect(reasonsOf({ signals: [TREND], terms })[0]!.touchpoints).toEqual([]);
  });

  it("put a ratio down to the touchpoints of both its parts", () => {
    const derived = [{ type: "ratio", name: "ratio", numerator: "complaints", denominator: "purchases" }] as const;
    const terms = [{ column: "ratio", encoding: linear, coefficients: [1] }];
    const [reason] = reasonsOf({ signals: [COMPLAINTS, PURCHASES], derived, terms });
    expect(inWords(reason!)).toContain("in proportion to");
    expect(reason!.touchpoints.map(({ index }) => index)).toEqual([2, 3, 4, 5, 6, 7].filter((index) => index > 2));
    const shared = reason!.touchpoints.reduce((sum, { logOdds }) => sum + logOdds, 0);
    expect(shared).toBeCloseTo(reason!.logOdds, 12);
  });

  it("of a trait name it and what it is", () => {
    const categories = [{ name: "trait:plan", trait: "plan" }];
    const encoding = { type: "levels", levels: ["pro"] } as const;
    const [reason] = reasonsOf(
      { categories, terms: [{ column: "trait:plan", encoding, coefficients: [0.3] }] },
      { plan: "pro" },
    );
    expect(inWords(reason!)).toBe("plan: pro");
    expect(reason!.touchpoints).toEqual([]);
  });

  it("of a trait that is missing say so", () => {
    const categories = [{ name: "trait:plan", trait: "plan" }];
    const encoding = { type: "levels", levels: [""] } as const;
    const [reason] = reasonsOf({ categories, terms: [{ column: "trait:plan", encoding, coefficients: [0.3] }] });
    expect(inWords(reason!)).toBe("plan: not known");
  });

  it("of a group are led by the term that pulls most the group's way", () => {
    const terms = [
      { column: "complaints", encoding: linear, coefficients: [0.2] },
      { column: "purchases", encoding: linear, coefficients: [-0.3] },
      { column: "value", encoding: linear, coefficients: [0.001] },
    ];
    const groups = [{ key: "all", columns: ["complaints", "purchases", "value"] }];
    const [reason, ...others] = reasonsOf({ signals: [COMPLAINTS, PURCHASES, VALUE], terms, groups });
    expect(others).toEqual([]);
    expect(reason!.logOdds).toBeLessThan(0);
    expect(inWords(reason!)).toMatch(/purchases in 90 days/);
    // The complaints pull the other way: none of the group's points are theirs.
    expect(reason!.touchpoints.every(({ index }) => index < 6)).toBe(true);
  });
});
