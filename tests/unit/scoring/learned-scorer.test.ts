import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { ConfigurationError } from "@/lib/scoring/configuration-error";
import { UTC_DAYS } from "@/lib/scoring/learning/day-clock";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { scoreLearned } from "@/lib/scoring/learning/score-learned";
import { localDaysIn } from "@/lib/scoring/local-days";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";
import { KINDS, kindId } from "./support/catalogue";

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse("2026-06-30T12:00:00Z");
const NOON = NOW_MS;

const RULES: readonly RuleDefinition[] = [
  {
    key: "complaints",
    label: "Complaints",
    category: "complaint",
    signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 },
    effect: { type: "step", thresholds: [{ from: 1, points: 20 }] },
    missing: "ignore",
  },
];

const LEARNED: LearnedParameters = {
  signals: [
    { name: "purchases", spec: { type: "count", filter: { kinds: ["purchase"] }, windowDays: 90 } },
    { name: "since", spec: { type: "days-since", filter: { kinds: ["purchase"] } } },
    { name: "complaints", spec: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 } },
  ],
  categories: [{ name: "trait:plan", trait: "plan" }],
  derived: [{ type: "pair", name: "plan × purchases", first: "trait:plan", second: "purchases", cuts: [2] }],
  intercept: -1.5,
  ruleWeights: [["complaints", 0.6]],
  terms: [
    { column: "purchases", encoding: { type: "linear", mean: 3, sd: 2, marksMissing: false }, coefficients: [-0.7] },
    { column: "since", encoding: { type: "log", mean: 3, sd: 1, marksMissing: true }, coefficients: [0.8, 0.3] },
    { column: "complaints", encoding: { type: "linear", mean: 0, sd: 1, marksMissing: false }, coefficients: [0.4] },
    { column: "trait:plan", encoding: { type: "levels", levels: ["basic", "pro"] }, coefficients: [0.25, -0.25] },
    { column: "plan × purchases", encoding: { type: "levels", levels: ["pro × 0"] }, coefficients: [0.35] },
  ],
  groups: [{ key: "buying", columns: ["purchases", "since"] }],
  calibration: { type: "platt", intercept: 0.2, slope: 0.8 },
  shift: -0.3,
};

const scorerOf = (parameters: LearnedParameters, days = UTC_DAYS) =>
  compileScorer({
    kinds: KINDS,
    rules: RULES,
    model: { intercept: 9, weights: new Map([["complaints", 7]]) },
    learned: { parameters, days },
    horizonDays: 90,
  });

const facts = (traits: Record<string, string> = {}): CustomerFacts => ({
  startedOnMs: null,
  renewsOnMs: null,
  mrrMinor: null,
  traits: new Map(Object.entries(traits)),
});

/** Touchpoints by how many days ago, at noon. */
function journey(...happened: readonly (readonly [daysAgo: number, kind: string])[]): TouchpointColumns {
  const ordered = [...happened].sort(([a], [b]) => b - a);
  return {
    length: ordered.length,
    occurredAtMs: Float64Array.from(ordered, ([daysAgo]) => NOON - daysAgo * DAY_MS),
    kindId: Uint16Array.from(ordered, ([, kind]) => kindId(kind)),
    value: new Float64Array(ordered.length).fill(Number.NaN),
    sentiment: new Float64Array(ordered.length).fill(Number.NaN),
  };
}

const journeys = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom("purchase", "complaint")), { maxLength: 15 })
  .map((happened) => journey(...happened));
const traits = fc.constantFrom<Record<string, string>[]>({}, { plan: "basic" }, { plan: "pro" }, { plan: "gold" });

describe("a learned scorer", () => {
  it("gives what the learned model says of the signals at the end of the day", () => {
    const touchpoints = journey([40, "purchase"], [10, "purchase"], [5, "complaint"]);
    const endMs = UTC_DAYS.endOf(UTC_DAYS.dayOf(NOW_MS));
    const { logOdds } = scoreLearned(LEARNED, {
      signals: [2, (endMs - (NOON - 10 * DAY_MS)) / DAY_MS, 1],
      categories: ["pro"],
      rules: [(20 * Math.LN2) / 20],
    });
    const score = scorerOf(LEARNED).scoreAt(touchpoints, facts({ plan: "pro" }), NOW_MS);
    expect(score.logOdds).toBeCloseTo(logOdds, 12);
    expect(score.asOfMs).toBe(NOW_MS);
  });

  it("has reasons that add up, in words, in detail and without touchpoints alike", () => {
    fc.assert(
      fc.property(journeys, traits, (touchpoints, given) => {
        const scorer = scorerOf(LEARNED);
        const score = scorer.scoreAt(touchpoints, facts(given), NOW_MS);
        const sum = score.reasons.reduce((total, { logOdds }) => total + logOdds, 0);
        expect(score.intercept + sum).toBeCloseTo(score.logOdds, 10);
        const outline = scorer.outlineAt(touchpoints, facts(given), NOW_MS);
        expect(outline.reasons.map(({ ruleKey, logOdds }) => [ruleKey, logOdds])).toEqual(
          score.reasons.map(({ ruleKey, logOdds }) => [ruleKey, logOdds]),
        );
        for (const reason of score.reasons) {
          const shared = reason.touchpoints.reduce((total, { logOdds }) => total + logOdds, 0);
          if (reason.touchpoints.length > 0) expect(shared).toBeCloseTo(reason.logOdds, 10);
        }
      }),
    );
  });

  it("gives any instant of a day the same score, if the same has happened by then", () => {
    const touchpoints = journey([40, "purchase"], [3, "complaint"]);
    const scorer = scorerOf(LEARNED, localDaysIn("America/New_York"));
    const early = scorer.scoreAt(touchpoints, facts(), Date.parse("2026-06-30T05:00:00Z"));
    const late = scorer.scoreAt(touchpoints, facts(), Date.parse("2026-07-01T03:59:59Z"));
    expect(early.logOdds).toBe(late.logOdds);
    expect(scorer.scoreAt(touchpoints, facts(), Date.parse("2026-07-01T04:00:00Z")).logOdds).not.toBe(late.logOdds);
  });

  it("sees nothing that happens later on the same day", () => {
    const before = journey([40, "purchase"]);
    const after = journey([40, "purchase"], [-0.2, "complaint"]);
    const scorer = scorerOf(LEARNED);
    expect(scorer.scoreAt(after, facts(), NOW_MS)).toEqual(scorer.scoreAt(before, facts(), NOW_MS));
  });

  it("draws the same curve as single scores", () => {
    fc.assert(
      fc.property(journeys, traits, (touchpoints, given) => {
        const scorer = scorerOf(LEARNED);
        const moments = [60, 30, 7, 0].map((daysAgo) => NOW_MS - daysAgo * DAY_MS);
        const curve = [...scorer.logOddsAt(touchpoints, facts(given), moments)];
        expect(curve).toEqual(moments.map((one) => scorer.outlineAt(touchpoints, facts(given), one).logOdds));
      }),
    );
  });

  it("tells a group in one reason, led by what pulls most its way, and every other term by itself", () => {
    const touchpoints = journey([80, "purchase"], [5, "complaint"]);
    const { reasons } = scorerOf(LEARNED).scoreAt(touchpoints, facts({ plan: "pro" }), NOW_MS);
    const byKey = new Map(reasons.map((reason) => [reason.ruleKey, reason]));
    expect([...byKey.keys()].sort()).toEqual([
      "complaints",
      "learned:buying",
      "learned:complaints",
      "learned:plan × purchases",
      "learned:trait:plan",
    ]);
    expect(byKey.get("learned:buying")?.text).toMatchObject({
      id: "days-since",
      values: { days: 80, noun: "purchase" },
    });
    expect(byKey.get("learned:trait:plan")?.text).toMatchObject({
      id: "trait-is",
      values: { trait: "plan", is: "pro" },
    });
    expect(byKey.get("learned:complaints")?.text).toMatchObject({ id: "count", values: { count: 1, days: 60 } });
    expect(byKey.get("learned:plan × purchases")?.text.id).toBe("pair");
  });

  it("puts a reason down to the touchpoints behind it, and an absence to none", () => {
    const touchpoints = journey([80, "purchase"], [5, "complaint"]);
    const { reasons } = scorerOf(LEARNED).scoreAt(touchpoints, facts(), NOW_MS);
    const sharesOf = (key: string) =>
      reasons.find(({ ruleKey }) => ruleKey === key)?.touchpoints.map(({ index }) => index);
    expect(sharesOf("learned:complaints")).toEqual([1]);
    // One purchase instead of three raises the risk: the one that was made is not to blame, the time since it is.
    expect(sharesOf("learned:buying")).toEqual([0]);
    const silent = scorerOf({ ...LEARNED, groups: [] }).scoreAt(touchpoints, facts(), NOW_MS).reasons;
    expect(silent.find(({ ruleKey }) => ruleKey === "learned:purchases")?.touchpoints).toEqual([]);
  });

  it("says what is not known", () => {
    const { reasons } = scorerOf(LEARNED).scoreAt(journey(), facts(), NOW_MS);
    const buying = reasons.find(({ ruleKey }) => ruleKey === "learned:buying");
    expect(buying?.text.id).toMatch(/^(missing|count)$/);
    expect(reasons.some(({ ruleKey }) => ruleKey === "learned:trait:plan")).toBe(false);
  });

  it("writes the rules' contributions as they are scaled", () => {
    const scorer = scorerOf(LEARNED);
    const contributions = new Float64Array(1);
    const touchpoints = journey([5, "complaint"]);
    const logOdds = scorer.contributionsAt(touchpoints, facts(), NOW_MS, contributions);
    expect(logOdds).toBe(scorer.outlineAt(touchpoints, facts(), NOW_MS).logOdds);
    // Platt's slope applies to every contribution alike.
    expect(contributions[0]).toBeCloseTo(0.8 * 0.6 * Math.LN2, 12);
  });

  it("leaves scoring by rules alone what it was", () => {
    const configuration = { kinds: KINDS, rules: RULES, model: { intercept: -2, weights: new Map() }, horizonDays: 90 };
    const score = compileScorer(configuration).scoreAt(journey([5, "complaint"]), facts(), NOW_MS);
    expect(score).toMatchObject({ logOdds: -2 + Math.LN2, intercept: -2, reasons: [{ ruleKey: "complaints" }] });
  });

  it.each<[string, Partial<LearnedParameters>]>([
    ['ruleWeights["gone"]: there is no such rule', { ruleWeights: [["gone", 1]] }],
    ['terms["purchases"]: there is no such column', { signals: [] }],
    ["must be a finite number", { intercept: Number.NaN }],
    ['terms["since"]: must have 2 coefficients, not 1', { terms: [{ ...LEARNED.terms[1]!, coefficients: [1] }] }],
    [
      'signals["purchases"].filter',
      { signals: [{ name: "purchases", spec: { type: "count", filter: { kinds: ["gone"] }, windowDays: 9 } }] },
    ],
  ])("is refused by name: %s", (words, wrong) => {
    expect(() => scorerOf({ ...LEARNED, ...wrong })).toThrow(ConfigurationError);
    expect(() => scorerOf({ ...LEARNED, ...wrong })).toThrow(words);
  });
});
