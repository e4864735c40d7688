import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTouchpoint } from "@/lib/scoring/advice/add-touchpoint";
import { findAdvice } from "@/lib/scoring/advice/find-advice";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { logOddsFromPoints, pointsFromLogOdds } from "@/lib/scoring/points";
import type { ScoringKind } from "@/lib/scoring/types";
import { anyFacts, anyRules, anyTouchpoints } from "../support/arbitraries";
import { KINDS, kindId } from "../support/catalogue";
import { each, facts, type Happening, journey, NOW_MS } from "../support/journey";
import { configuration, rule, scorer, step } from "../support/rules";

const groups = [{ key: "shared", label: "Shared", capPoints: 30 }];

const anyQuestion = fc
  .record({ rules: anyRules, touchpoints: anyTouchpoints, known: anyFacts })
  .map(({ rules, touchpoints, known }) => ({
    scorer: compileScorer(configuration(rules, { groups })),
    kinds: KINDS,
    touchpoints,
    facts: known,
    asOfMs: NOW_MS,
  }));

const kindById = new Map(KINDS.map((kind) => [kind.id, kind]));

describe("advice", () => {
  it("keeps what it promises: the scorer says the same once the steps have happened", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { logOdds, steps } = findAdvice(question);
        let having = question.touchpoints;
        for (const advised of steps) {
          const alone = addTouchpoint(question.touchpoints, advised.kindId, NOW_MS);
          const scored = question.scorer.scoreAt(alone, question.facts, NOW_MS);
          expect(scored.logOdds).toBeCloseTo(logOdds + advised.logOdds, 9);
          expect(scored.probability).toBeCloseTo(advised.probability, 9);
          having = addTouchpoint(having, advised.kindId, NOW_MS);
          expect(question.scorer.scoreAt(having, question.facts, NOW_MS).logOdds).toBeCloseTo(
            advised.logOddsTogether,
            9,
          );
        }
      }),
    );
  });

  it("only ever lowers the risk, step after step, by half a point at least", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { logOdds, steps } = findAdvice(question);
        let last = logOdds;
        for (const { logOdds: alone, logOddsTogether } of steps) {
          expect(alone).toBeLessThanOrEqual(-logOddsFromPoints(0.5));
          expect(logOddsTogether).toBeLessThanOrEqual(last - logOddsFromPoints(0.5));
          last = logOddsTogether;
        }
      }),
    );
  });

  it("begins with the step that lowers it most, has one of each category and five at most", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { steps } = findAdvice(question);
        expect(steps.length).toBeLessThanOrEqual(5);
        expect(Math.min(0, ...steps.map((one) => one.logOdds))).toBe(steps[0]?.logOdds ?? 0);
        expect(new Set(steps.map((one) => one.category)).size).toBe(steps.length);
        for (const one of steps) expect(kindById.get(one.kindId)?.valence).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("does not know what happens after its moment", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const length = question.touchpoints.occurredAtMs.filter((atMs) => atMs <= NOW_MS).length;
        const past = { ...question, touchpoints: { ...question.touchpoints, length } };
        expect(findAdvice(past)).toEqual(findAdvice(question));
      }),
    );
  });
});

describe("what would lower the risk most", () => {
  const unresolved = rule({
    key: "unresolved",
    signal: {
      type: "unresolved",
      filter: { kinds: ["complaint"] },
      closedBy: { kinds: ["complaint-resolved"] },
      graceDays: 0,
      windowDays: 90,
    },
    effect: step([1, 18]),
  });
  const talking = rule({
    key: "talking",
    signal: { type: "count", filter: { kinds: ["call"] }, windowDays: 30 },
    effect: step([1, -6]),
  });
  const usage = rule({
    key: "usage",
    signal: { type: "count", filter: { kinds: ["login", "purchase"] }, windowDays: 30 },
    effect: step([1, -40]),
  });
  const advise = (...happenings: readonly Happening[]) =>
    findAdvice({
      scorer: scorer([unresolved, talking, usage]),
      kinds: KINDS,
      touchpoints: journey(...happenings),
      facts: facts(),
      asOfMs: NOW_MS,
    });
  const points = (logOdds: number) => Math.round(pointsFromLogOdds(logOdds));

  it("is to resolve the open complaint, then to talk", () => {
    const { logOdds, steps } = advise(...each("complaint", 20, 6));
    expect(points(logOdds)).toBe(18);
    expect(steps).toMatchObject([
      { kindId: kindId("complaint-resolved"), category: "recovery", answers: 1, open: 2 },
      { kindId: kindId("call"), category: "conversation", answers: null, open: 0 },
    ]);
    expect(steps.map((one) => points(one.logOdds))).toEqual([-18, -6]);
    expect(steps.map((one) => points(one.logOddsTogether))).toEqual([0, -6]);
    expect(steps[0]?.probability).toBeCloseTo(0.5, 9);
  });

  it("is not to resolve what is not open", () => {
    const settled = advise(...each("complaint", 20), ...each("complaint-resolved", 5));
    expect(settled.steps.map((one) => one.category)).toEqual(["conversation"]);
    const longAgo = advise(...each("complaint", 200));
    expect(longAgo.steps.map((one) => one.category)).toEqual(["conversation"]);
  });

  it("is never what only the customer can decide, however much it would lower the risk", () => {
    const used = advise().steps.map((one) => kindById.get(one.kindId)?.category);
    expect(used).toEqual(["conversation"]);
  });

  it("is nothing where nothing that can be done lowers it", () => {
    expect(advise(...each("call", 2)).steps).toEqual([]);
  });

  it("gives one step for one category: the kind that lowers it more", () => {
    const kinds: readonly ScoringKind[] = [
      ...KINDS,
      { id: 20, key: "meeting", label: "Meeting", category: "conversation", valence: 0, halfLifeDays: 30 },
    ];
    const meeting = rule({
      key: "meeting",
      signal: { type: "count", filter: { kinds: ["meeting"] }, windowDays: 30 },
      effect: step([1, -9]),
    });
    const { steps } = findAdvice({
      scorer: scorer([talking, meeting], { kinds }),
      kinds,
      touchpoints: journey(),
      facts: facts(),
      asOfMs: NOW_MS,
    });
    expect(steps.map((one) => one.kindId)).toEqual([20]);
  });

  /** Advice from conversations of these valences by id, of which a rule takes so many points for each. */
  function adviseTalks(talks: readonly { readonly id: number; readonly valence: 0 | 1; readonly points: number }[]) {
    const kinds = talks.map(
      ({ id, valence }): ScoringKind => ({
        id,
        key: `talk-${id}`,
        label: `Talk ${id}`,
        category: "conversation",
        valence,
        halfLifeDays: 30,
      }),
    );
    const rules = talks
      .filter((talk) => talk.points !== 0)
      .map((talk) =>
        rule({
          key: `talk-${talk.id}`,
          signal: { type: "count", filter: { kinds: [`talk-${talk.id}`] }, windowDays: 30 },
          effect: step([1, talk.points]),
        }),
      );
    const { steps } = findAdvice({
      scorer: scorer(rules, { kinds }),
      kinds,
      touchpoints: journey(),
      facts: facts(),
      asOfMs: NOW_MS,
    });
    return steps.map((one) => one.kindId);
  }

  it("tries sixty kinds of a catalogue: good ones first, then by number", () => {
    const neutral = (id: number, points = 0) => ({ id, valence: 0 as const, points });
    const many = Array.from({ length: 59 }, (_, at) => neutral(at + 1));
    const good = { id: 90, valence: 1 as const, points: -5 };
    expect(adviseTalks([...many, neutral(60), good])).toEqual([90]);
    expect(adviseTalks([...many, neutral(60, -5)])).toEqual([60]);
    expect(adviseTalks([...many, neutral(60), neutral(61, -5)])).toEqual([]);
    expect(adviseTalks([neutral(61, -5), ...many, neutral(60)])).toEqual([]);
    expect(adviseTalks([...many, neutral(61, -5), { ...good, points: 0 }])).toEqual([]);
  });

  it("is of two that do the same the one that comes first", () => {
    const talks = [7, 3].map((id) => ({ id, valence: 0 as const, points: -5 }));
    expect(adviseTalks(talks)).toEqual([3]);
    expect(adviseTalks(talks.map((talk) => ({ ...talk, valence: talk.id === 7 ? 1 : 0 })))).toEqual([7]);
  });
});
