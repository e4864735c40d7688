import { describe, expect, it } from "vitest";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { KINDS } from "./support/catalogue";
import { facts, journey, NOW_MS } from "./support/journey";

/**
 * How a score is made, with every number written out. The README quotes this example: change both or neither.
 *
 * A customer complained 50, 24 and 3 days ago, was told of a price increase 60 days ago and signed nothing new; there
 * was a friendly call 10 days ago. Of this organisation's customers 10% leave within 90 days.
 */
const RULES: readonly RuleDefinition[] = [
  {
    key: "complaints-piling-up",
    label: "Complaints piling up",
    category: "complaint",
    signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: 8 },
        { from: 2, points: 18 },
        { from: 3, points: 34 },
      ],
    },
    missing: "ignore",
  },
  {
    key: "price-increase",
    label: "Price increase",
    category: "contract",
    signal: { type: "decayed-sum", filter: { kinds: ["price-increase"] }, halfLifeDays: 60, measure: "count" },
    effect: { type: "ramp", from: 0, to: 1, points: 20 },
    missing: "ignore",
  },
  {
    key: "recent-conversation",
    label: "Recent conversation",
    category: "conversation",
    signal: { type: "days-since", filter: { kinds: ["call"] } },
    effect: { type: "ramp", from: 40, to: 0, points: -8 },
    missing: "ignore",
  },
];

const touchpoints = journey(
  { kind: "price-increase", daysAgo: 60 },
  { kind: "complaint", daysAgo: 50 },
  { kind: "complaint", daysAgo: 24 },
  { kind: "call", daysAgo: 10 },
  { kind: "complaint", daysAgo: 3 },
);

describe("the worked example", () => {
  // Without any points the odds are 1 to 9, the odds of 10%: log-odds ln(1/9) = -2.1972.
  const intercept = anchorIntercept(new Float64Array(0), 0.1);
  const scorer = compileScorer({
    kinds: KINDS,
    rules: RULES,
    model: { intercept, weights: new Map() },
    horizonDays: 90,
  });
  const score = scorer.scoreAt(touchpoints, facts(), NOW_MS);

  it("begins at the base rate", () => {
    expect(intercept).toBeCloseTo(-2.1972, 4);
    expect(score.intercept).toBe(intercept);
  });

  it("adds the points of three rules", () => {
    // Three complaints in 60 days reach the highest step: +34 points.
    // The price increase is one half-life old: it weighs 0.5, half of +20 points: +10.
    // The call was 10 days ago, three quarters of the way down the ramp from 40 to 0 days: 0.75 x -8 = -6.
    expect(score.reasons.map(({ ruleKey, points }) => [ruleKey, points])).toEqual([
      ["complaints-piling-up", expect.closeTo(34, 10)],
      ["price-increase", expect.closeTo(10, 10)],
      ["recent-conversation", expect.closeTo(-6, 10)],
    ]);
  });

  it("turns points into log-odds: 20 points are ln 2, they double the odds", () => {
    expect(score.reasons.map((reason) => reason.logOdds)).toEqual([
      expect.closeTo(1.1784, 4),
      expect.closeTo(0.3466, 4),
      expect.closeTo(-0.2079, 4),
    ]);
  });

  it("sums to the log-odds, the log-odds to the probability", () => {
    // 34 + 10 - 6 = 38 points: the odds are 2^(38/20) = 3.7321 times 1/9 = 0.41468.
    expect(score.logOdds).toBeCloseTo(-0.8802, 4);
    expect(Math.exp(score.logOdds)).toBeCloseTo(0.41468, 5);
    expect(score.probability).toBeCloseTo(0.2931, 4);
    expect(score.evidence).toBe("ok");
  });

  it("says it in words, as message and values", () => {
    expect(score.reasons.map((reason) => reason.text)).toEqual([
      { id: "count", values: { noun: "complaint", what: "Complaint", count: 3, days: 60 } },
      {
        id: "decayed-sum",
        values: { noun: "price_increase", what: "Price increase", amount: expect.closeTo(0.5, 12), count: 1, days: 60 },
      },
      { id: "days-since", values: { noun: "other", what: "Call", days: 10 } },
    ]);
  });

  it("gives every touchpoint its share", () => {
    const points = score.reasons.map(({ touchpoints: shares }) =>
      shares.map(({ index, logOdds }) => [index, Math.round((logOdds * 20_000) / Math.LN2) / 1_000]),
    );
    expect(points).toEqual([
      [
        [1, 11.333],
        [2, 11.333],
        [4, 11.333],
      ],
      [[0, 10]],
      [[3, -6]],
    ]);
  });

  it("moves by itself as time passes: 12 days later the first complaint leaves the window", () => {
    const [now, later] = scorer.logOddsAt(touchpoints, facts(), [NOW_MS, NOW_MS + 12 * 86_400_000]);
    // 18 points for two complaints, 20 x 2^(-72/60) = 8.7055 for the price increase, -8 x 18/40 = -3.6 for the call.
    expect(now).toBe(score.logOdds);
    expect(((later! - intercept) * 20) / Math.LN2).toBeCloseTo(18 + 8.7055 - 3.6, 4);
  });
});
