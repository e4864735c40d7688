import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { DAY_MS } from "@/lib/scoring/day";
import { explainChange } from "@/lib/scoring/ledger/explain-change";
import type { ScoreChange, ScoredState } from "@/lib/scoring/ledger/score-change";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import type { Scorer, TouchpointColumns } from "@/lib/scoring/types";
import { anyFacts, anyRules, anyTouchpoints } from "../support/arbitraries";
import { kindId } from "../support/catalogue";
import { each, facts, inDays, journey, NOW_MS } from "../support/journey";
import { configuration, rule, scorer, step } from "../support/rules";

const groups = [{ key: "shared", label: "Shared", capPoints: 30 }];
const WEEK_MS = 7 * DAY_MS;

const anyScorer: fc.Arbitrary<Scorer> = fc
  .record({ rules: anyRules, intercept: fc.integer({ min: -4, max: 1 }) })
  .map(({ rules, intercept }) =>
    compileScorer(configuration(rules, { groups, model: { intercept, weights: new Map() } })),
  );

/** A state at a moment, in which touchpoints at some positions have not arrived. */
const anyState: fc.Arbitrary<ScoredState> = fc
  .record({
    scorer: anyScorer,
    facts: anyFacts,
    days: fc.integer({ min: -60, max: 40 }),
    missing: fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 20 }),
  })
  .map(({ days, missing, ...rest }) => ({ ...rest, asOfMs: inDays(days), isKnown: (at) => !missing.includes(at) }));

const knowsAll = () => true;

function sum(parts: readonly { readonly logOdds: number }[]): number {
  return parts.reduce((total, part) => total + part.logOdds, 0);
}

function parts(change: ScoreChange) {
  return [change.time, change.touchpoints, change.traits, change.configuration];
}

/** What a state's own scorer says of what was known and had happened. */
function scoreOf(touchpoints: TouchpointColumns, state: ScoredState): number {
  const kept = [...touchpoints.occurredAtMs.keys()].filter((at) => state.isKnown(at));
  const pick = (numbers: ArrayLike<number>) => kept.map((at) => numbers[at]!);
  const known = {
    length: kept.length,
    occurredAtMs: Float64Array.from(pick(touchpoints.occurredAtMs)),
    kindId: Uint16Array.from(pick(touchpoints.kindId)),
    value: Float64Array.from(pick(touchpoints.value)),
    sentiment: Float64Array.from(pick(touchpoints.sentiment)),
  };
  return state.scorer.scoreAt(known, state.facts, state.asOfMs).logOdds;
}

describe("a change of a score", () => {
  it("is its four parts, whatever changed", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, anyState, (touchpoints, before, after) => {
        const change = explainChange(touchpoints, before, after);
        expect(Math.abs(sum(parts(change)) - (change.after - change.before))).toBeLessThan(1e-9);
      }),
    );
  });

  it("starts and ends at the scores themselves", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, anyState, (touchpoints, before, after) => {
        const change = explainChange(touchpoints, before, after);
        expect(change.before).toBeCloseTo(scoreOf(touchpoints, before), 9);
        expect(change.after).toBeCloseTo(scoreOf(touchpoints, after), 9);
      }),
    );
  });

  it("splits every part by reason, completely", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, anyState, (touchpoints, before, after) => {
        for (const part of parts(explainChange(touchpoints, before, after))) {
          expect(Math.abs(sum(part.reasons) - part.logOdds)).toBeLessThan(1e-9);
          const amounts = part.reasons.map(({ logOdds }) => Math.abs(logOdds));
          expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
        }
      }),
    );
  });

  it("splits what touchpoints did by their kinds, completely", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, anyState, (touchpoints, before, after) => {
        const { touchpoints: part } = explainChange(touchpoints, before, after);
        expect(Math.abs(sum(part.kinds) - part.logOdds)).toBeLessThan(1e-9);
        for (const { kindId: kind, indexes } of part.kinds) {
          for (const index of indexes) expect(touchpoints.kindId[index]).toBe(kind);
        }
      }),
    );
  });

  it("is none between a state and itself", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, (touchpoints, state) => {
        const change = explainChange(touchpoints, state, state);
        expect(parts(change).map(({ logOdds, reasons }) => [logOdds, reasons.length])).toEqual([
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ]);
        expect(change.touchpoints.kinds).toEqual([]);
      }),
    );
  });

  it("is all time when nothing came, no fact and no configuration changed", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, fc.integer({ min: 1, max: 200 }), (touchpoints, state, days) => {
        const happened = { ...state, isKnown: (at: number) => touchpoints.occurredAtMs[at]! <= state.asOfMs };
        const change = explainChange(touchpoints, happened, { ...happened, asOfMs: state.asOfMs + days * DAY_MS });
        expect(Math.abs(change.time.logOdds - (change.after - change.before))).toBeLessThan(1e-9);
        for (const part of parts(change).slice(1)) expect(part).toMatchObject({ logOdds: 0, reasons: [] });
      }),
    );
  });

  it("is never time at one moment", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, anyState, (touchpoints, before, other) => {
        const change = explainChange(touchpoints, before, { ...other, asOfMs: before.asOfMs });
        expect(change.time.logOdds).toBe(0);
      }),
    );
  });

  it("is all traits when only facts changed, and all configuration when only the scorer did", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, anyFacts, anyScorer, (touchpoints, state, known, another) => {
        const byFacts = explainChange(touchpoints, state, { ...state, facts: known });
        expect(byFacts.traits.logOdds).toBeCloseTo(byFacts.after - byFacts.before, 9);
        expect([byFacts.time.logOdds, byFacts.touchpoints.logOdds, byFacts.configuration.logOdds]).toEqual([0, 0, 0]);
        const byScorer = explainChange(touchpoints, state, { ...state, scorer: another });
        expect(byScorer.configuration.logOdds).toBeCloseTo(byScorer.after - byScorer.before, 9);
        expect([byScorer.time.logOdds, byScorer.touchpoints.logOdds, byScorer.traits.logOdds]).toEqual([0, 0, 0]);
      }),
    );
  });

  it("undone is the same change with the sign turned, cause by cause where one cause alone was at work", () => {
    fc.assert(
      fc.property(anyTouchpoints, anyState, anyFacts, (touchpoints, state, known) => {
        const there = explainChange(touchpoints, state, { ...state, facts: known });
        const back = explainChange(touchpoints, { ...state, facts: known }, state);
        expect(back.traits.logOdds).toBeCloseTo(-there.traits.logOdds, 9);
      }),
    );
  });
});

describe("two complaints and a week", () => {
  const complaints = rule({ effect: step([1, 8], [2, 18], [3, 34]) });
  const goodwill = rule({
    key: "praise",
    signal: { type: "count", filter: { kinds: ["purchase"] }, windowDays: 14 },
    effect: step([1, -9]),
  });
  const state = { scorer: scorer([complaints, goodwill]), facts: facts(), isKnown: knowsAll };
  const now = { ...state, asOfMs: NOW_MS };
  const weekAgo = { ...state, asOfMs: NOW_MS - WEEK_MS };
  const points = (change: ScoreChange) => parts(change).map(({ logOdds }) => Math.round(pointsFromLogOdds(logOdds)));

  it("are what touchpoints did and what time did", () => {
    const touchpoints = journey(...each("complaint", 2, 3), ...each("purchase", 20));
    const change = explainChange(touchpoints, weekAgo, now);
    expect(points(change)).toEqual([9, 18, 0, 0]);
    expect(change.touchpoints.kinds).toEqual([
      { kindId: kindId("complaint"), takenBack: false, indexes: [1, 2], late: 0, logOdds: change.touchpoints.logOdds },
    ]);
    expect(change.touchpoints.reasons).toMatchObject([{ ruleKey: "complaints", before: null }]);
    expect(change.time.reasons).toMatchObject([{ ruleKey: "praise", after: null }]);
  });

  it("that arrive late are touchpoints, not time, and said to be late", () => {
    const touchpoints = journey(...each("complaint", 10, 3));
    const change = explainChange(touchpoints, { ...weekAgo, isKnown: (at) => at !== 0 }, now);
    expect(points(change)).toEqual([0, 18, 0, 0]);
    expect(change.touchpoints.kinds).toMatchObject([{ indexes: [0, 1], late: 1 }]);
  });

  it("are late also when they happened at the earlier moment itself", () => {
    const change = explainChange(journey(...each("complaint", 7)), { ...weekAgo, isKnown: () => false }, now);
    expect(change.touchpoints.kinds).toMatchObject([{ indexes: [0], late: 1 }]);
  });

  it("known before they happened come when they happen", () => {
    const touchpoints = journey(...each("complaint", 2, -3));
    const change = explainChange(touchpoints, weekAgo, now);
    expect(points(change)).toEqual([0, 8, 0, 0]);
    expect(change.touchpoints.kinds).toMatchObject([{ indexes: [0], late: 0 }]);
  });

  it("taken back are touchpoints, and said to be taken back", () => {
    const touchpoints = journey(...each("complaint", 9, 8), ...each("purchase", 1));
    const change = explainChange(touchpoints, weekAgo, { ...now, isKnown: (at) => at === 2 });
    expect(points(change)).toEqual([0, -27, 0, 0]);
    expect(change.touchpoints.kinds).toMatchObject([
      { kindId: kindId("complaint"), takenBack: true, indexes: [0, 1], late: 0 },
      { kindId: kindId("purchase"), takenBack: false, indexes: [2] },
    ]);
  });

  it("of several kinds are told in the order in which they came", () => {
    const touchpoints = journey(...each("purchase", 6, 1), ...each("complaint", 4));
    const { kinds } = explainChange(touchpoints, weekAgo, now).touchpoints;
    expect(kinds.map((kind) => [kind.kindId, kind.indexes, Math.round(pointsFromLogOdds(kind.logOdds))])).toEqual([
      [kindId("purchase"), [0, 2], -9],
      [kindId("complaint"), [1], 8],
    ]);
  });

  it("say in words what was and what is", () => {
    const touchpoints = journey(...each("complaint", 9, 3));
    const [reason] = explainChange(touchpoints, weekAgo, now).touchpoints.reasons;
    expect(reason?.before).toMatchObject({ id: "count", values: { count: 1 } });
    expect(reason?.after).toMatchObject({ id: "count", values: { count: 2 } });
  });

  it("under another intercept name the start, which is no rule", () => {
    const other = scorer([complaints, goodwill], { model: { intercept: 1, weights: new Map() } });
    const change = explainChange(journey(), now, { ...now, scorer: other });
    expect(change.configuration.reasons).toEqual([{ ruleKey: null, logOdds: 1, before: null, after: null }]);
  });
});
