import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { conditionsOf } from "@/lib/scoring/rules/conditions-of";
import { listComparisons } from "@/lib/scoring/rules/list-comparisons";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { Score, Scorer, TouchpointColumns } from "@/lib/scoring/types";
import {
  anyFacts,
  anyFilter,
  anyInstants,
  anyRules,
  anySignal,
  anyTouchpoints,
  withOneMore,
} from "./support/arbitraries";
import { KINDS } from "./support/catalogue";
import { facts, inDays, NOW_MS } from "./support/journey";
import { takes } from "./support/naive-signal";
import { configuration, linearRule } from "./support/rules";
import { signalNow } from "./support/signal-values";

const groups = [{ key: "shared", label: "Shared", capPoints: 30 }];
const intercept = -2;

function scorerOf(rules: readonly RuleDefinition[], weights: ReadonlyMap<string, number> = new Map()): Scorer {
  return compileScorer(configuration(rules, { groups, model: { intercept, weights } }));
}

function looksAtTrend(rule: RuleDefinition): boolean {
  const compared = conditionsOf(rule).flatMap(listComparisons);
  return [rule, ...compared].some(({ signal }) => signal?.type === "trend");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Only what happened up to an instant. */
function upTo(touchpoints: TouchpointColumns, asOfMs: number): TouchpointColumns {
  return { ...touchpoints, length: touchpoints.occurredAtMs.filter((atMs) => atMs <= asOfMs).length };
}

/** The same touchpoints, those of equal times the other way round. */
function withTiesReversed(touchpoints: TouchpointColumns): TouchpointColumns {
  const order = [...touchpoints.occurredAtMs.keys()].sort(
    (a, b) => touchpoints.occurredAtMs[a]! - touchpoints.occurredAtMs[b]! || b - a,
  );
  return {
    length: touchpoints.length,
    occurredAtMs: Float64Array.from(order, (at) => touchpoints.occurredAtMs[at]!),
    kindId: Uint16Array.from(order, (at) => touchpoints.kindId[at]!),
    value: Float64Array.from(order, (at) => touchpoints.value[at]!),
    sentiment: Float64Array.from(order, (at) => touchpoints.sentiment[at]!),
  };
}

/** What must not depend on the order of equal times: numbers to twelve digits, and texts. */
function comparable({ logOdds, probability, evidence, reasons }: Score) {
  return {
    logOdds: logOdds.toFixed(9),
    probability: probability.toFixed(9),
    evidence,
    reasons: [...reasons]
      .sort((a, b) => (a.ruleKey < b.ruleKey ? -1 : 1))
      .map((reason) => ({ ruleKey: reason.ruleKey, logOdds: reason.logOdds.toFixed(9), id: reason.text.id })),
  };
}

describe("a score", () => {
  it("does not know what happens after its instant", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        const scorer = scorerOf(rules);
        const withFuture = scorer.scoreAt(touchpoints, known, NOW_MS);
        const withoutFuture = scorer.scoreAt(upTo(touchpoints, NOW_MS), known, NOW_MS);
        expect(withFuture).toEqual(withoutFuture);
      }),
    );
  });

  it("does not depend on the order of equal times", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        const scorer = scorerOf(rules);
        const turned = scorer.scoreAt(withTiesReversed(touchpoints), known, NOW_MS);
        expect(comparable(turned)).toEqual(comparable(scorer.scoreAt(touchpoints, known, NOW_MS)));
      }),
    );
  });

  it("is the intercept and its reasons", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        const score = scorerOf(rules).scoreAt(touchpoints, known, NOW_MS);
        expect(score.intercept).toBe(intercept);
        expect(
          Math.abs(score.intercept + sum(score.reasons.map((reason) => reason.logOdds)) - score.logOdds),
        ).toBeLessThan(1e-12);
      }),
    );
  });

  it("orders its reasons by their amount and leaves out those of none", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        const amounts = scorerOf(rules)
          .scoreAt(touchpoints, known, NOW_MS)
          .reasons.map((reason) => Math.abs(reason.logOdds));
        expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
        expect(amounts).not.toContain(0);
      }),
    );
  });

  it("shares every reason out completely, or not at all", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        for (const { logOdds, touchpoints: shares } of scorerOf(rules).scoreAt(touchpoints, known, NOW_MS).reasons) {
          if (shares.length === 0) continue;
          expect(Math.abs(sum(shares.map((share) => share.logOdds)) - logOdds)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it("shares reasons out only to touchpoints of the rule's own filters, up to the instant", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        for (const { ruleKey, touchpoints: shares } of scorerOf(rules).scoreAt(touchpoints, known, NOW_MS).reasons) {
          const { signal, when } = rules.find((rule) => rule.key === ruleKey)!;
          const behind = signal ? [signal] : listComparisons(when!).map((comparison) => comparison.signal);
          const filters = behind.flatMap((spec) => signalTypeOf(spec)!.filters(spec as never));
          for (const { index } of shares) {
            const kind = KINDS.find((one) => one.id === touchpoints.kindId[index])!;
            expect(touchpoints.occurredAtMs[index]).toBeLessThanOrEqual(NOW_MS);
            expect(filters.some(([, filter]) => takes(filter, kind))).toBe(true);
          }
        }
      }),
    );
  });

  it("is a probability", () => {
    fc.assert(
      fc.property(
        anyRules,
        anyTouchpoints,
        anyFacts,
        fc.double({ min: -50, max: 50, noNaN: true }),
        (rules, touchpoints, known, anyIntercept) => {
          const scorer = compileScorer(
            configuration(rules, { groups, model: { intercept: anyIntercept, weights: new Map() } }),
          );
          const { probability } = scorer.scoreAt(touchpoints, known, NOW_MS);
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("the ways to ask", () => {
  it("give the same log-odds: a sweep over instants, each instant alone, in outline, by contributions", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, anyInstants, (rules, touchpoints, known, instants) => {
        const scorer = scorerOf(rules);
        const swept = scorer.logOddsAt(touchpoints, known, instants);
        instants.forEach((asOfMs, at) => {
          const { logOdds } = scorer.scoreAt(touchpoints, known, asOfMs);
          expect(swept[at]).toBeCloseTo(logOdds, 9);
          expect(scorer.outlineAt(touchpoints, known, asOfMs).logOdds).toBe(logOdds);
          const contributions = new Float64Array(rules.length);
          expect(scorer.contributionsAt(touchpoints, known, asOfMs, contributions)).toBe(logOdds);
          expect(intercept + sum([...contributions])).toBeCloseTo(logOdds, 12);
        });
      }),
    );
  });

  it("tell the same reasons in outline as in detail, but for touchpoints", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        const scorer = scorerOf(rules);
        const detail = scorer.scoreAt(touchpoints, known, NOW_MS);
        const reasons = detail.reasons.map((reason) => ({ ...reason, touchpoints: [] }));
        expect(scorer.outlineAt(touchpoints, known, NOW_MS)).toEqual({ ...detail, reasons });
      }),
    );
  });

  it("do not remember the customer before", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyTouchpoints, anyFacts, (rules, touchpoints, before, known) => {
        const scorer = scorerOf(rules);
        scorer.logOddsAt(before, facts({ startedOnMs: 0, renewsOnMs: 0 }), [NOW_MS, inDays(30)]);
        expect(scorer.scoreAt(touchpoints, known, NOW_MS)).toEqual(scorerOf(rules).scoreAt(touchpoints, known, NOW_MS));
      }),
    );
  });

  it("take no notice of what lies in the columns beyond their length", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, fc.nat(60), (rules, touchpoints, known, length) => {
        const reused = { ...touchpoints, length: Math.min(length, touchpoints.length) };
        const cut = {
          length: reused.length,
          occurredAtMs: touchpoints.occurredAtMs.slice(0, length),
          kindId: touchpoints.kindId.slice(0, length),
          value: touchpoints.value.slice(0, length),
          sentiment: touchpoints.sentiment.slice(0, length),
        };
        const scorer = scorerOf(rules);
        expect(scorer.scoreAt(reused, known, NOW_MS)).toEqual(scorer.scoreAt(cut, known, NOW_MS));
      }),
    );
  });
});

describe("one more touchpoint", () => {
  it("changes only signals whose filters take it, or that look at the whole history", () => {
    const anyKind = fc.constantFrom(...KINDS);
    const laterDays = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(anySignal, anyTouchpoints, anyFacts, anyKind, laterDays, (spec, touchpoints, known, kind, days) => {
        const filters = signalTypeOf(spec)!.filters(spec as never);
        fc.pre(!filters.some(([, filter]) => takes(filter, kind)));
        // The first touchpoint of all says how long the history is: add one after it.
        const atMs = Math.max(NOW_MS - days * 86_400_000, touchpoints.occurredAtMs[0] ?? Number.POSITIVE_INFINITY);
        fc.pre(Number.isFinite(atMs));
        const more = withOneMore(touchpoints, kind.key, atMs, 3);
        expect(signalNow(spec, more, known)).toEqual(signalNow(spec, touchpoints, known));
      }),
    );
  });

  it("in the window makes a count one larger", () => {
    fc.assert(
      fc.property(anyFilter, anyTouchpoints, fc.constantFrom(...KINDS), (filter, touchpoints, kind) => {
        const spec = { type: "count", filter, windowDays: 100 } as const;
        const more = withOneMore(touchpoints, kind.key, inDays(-50), 3);
        const difference = takes(filter, kind) ? 1 : 0;
        expect(signalNow(spec, more)).toBe(signalNow(spec, touchpoints) + difference);
      }),
    );
  });

  it("of a kind that the catalogue does not have changes nothing", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        // The first touchpoint says since when the customer is known, whatever its kind.
        fc.pre((touchpoints.occurredAtMs[0] ?? Number.POSITIVE_INFINITY) <= NOW_MS);
        const scorer = scorerOf(rules.filter((rule) => !looksAtTrend(rule)));
        const last = withOneMore(touchpoints, "login", NOW_MS, 1);
        const strange = { ...last, kindId: last.kindId.slice() };
        const at = last.occurredAtMs.lastIndexOf(NOW_MS);
        for (const unknownId of [0, 8, 899, 901, 65_535]) {
          strange.kindId[at] = unknownId;
          expect(scorer.scoreAt(strange, known, NOW_MS).logOdds).toBe(
            scorer.scoreAt(touchpoints, known, NOW_MS).logOdds,
          );
        }
      }),
    );
  });
});

describe("a weight", () => {
  it("moves the log-odds in the direction of the rule's points", () => {
    const anyWeight = fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, anyWeight, anyWeight, (rules, touchpoints, known, one, other) => {
        const [light, heavy] = one < other ? [one, other] : [other, one];
        const unweighted = scorerOf(rules.map(({ group, ...rule }) => rule)).scoreAt(touchpoints, known, NOW_MS);
        const points = unweighted.reasons.find((reason) => reason.ruleKey === "rule-0")?.points ?? 0;
        const at = (weight: number) =>
          scorerOf(rules, new Map([["rule-0", weight]])).scoreAt(touchpoints, known, NOW_MS).logOdds;
        const difference = at(heavy) - at(light);
        if (points > 0) expect(difference).toBeGreaterThanOrEqual(-1e-12);
        else if (points < 0) expect(difference).toBeLessThanOrEqual(1e-12);
        else expect(difference).toBeCloseTo(0, 12);
      }),
    );
  });

  it("of 0 is the same as not having the rule, but for its part in the group's cap", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        fc.pre(rules.length > 1 && rules[0]!.group === undefined);
        const without = scorerOf(rules.slice(1)).scoreAt(touchpoints, known, NOW_MS);
        const weightless = scorerOf(rules, new Map([["rule-0", 0]])).scoreAt(touchpoints, known, NOW_MS);
        expect(weightless).toEqual(without);
      }),
    );
  });
});

describe("a cap", () => {
  it("holds for every rule and every group, before the weights: they multiply what is left", () => {
    const anyWeights = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, anyWeights, (rules, touchpoints, known, weights) => {
        const weightByKey = new Map(rules.map((rule, at) => [rule.key, weights[at]!]));
        const { reasons } = scorerOf(rules, weightByKey).scoreAt(touchpoints, known, NOW_MS);
        const { reasons: unweighted } = scorerOf(rules).scoreAt(touchpoints, known, NOW_MS);
        const pointsOf = (key: string) => unweighted.find((reason) => reason.ruleKey === key)?.points ?? 0;
        for (const [key, weight] of weightByKey) {
          const weighted = reasons.find((reason) => reason.ruleKey === key)?.points ?? 0;
          expect(weighted).toBeCloseTo(weight * pointsOf(key), 9);
        }
        for (const rule of rules) {
          if (rule.capPoints !== undefined && rule.group === undefined) {
            expect(Math.abs(pointsOf(rule.key))).toBeLessThanOrEqual(rule.capPoints + 1e-9);
          }
        }
        const inGroup = rules.filter((rule) => rule.group === "shared").map((rule) => pointsOf(rule.key));
        expect(Math.abs(sum(inGroup))).toBeLessThanOrEqual(30 + 1e-9);
      }),
    );
  });
});

describe("rules that look at the same thing", () => {
  it("give what they would give alone", () => {
    fc.assert(
      fc.property(anySignal, anyTouchpoints, anyFacts, (signal, touchpoints, known) => {
        const reordered = Object.fromEntries(Object.entries(signal).reverse()) as typeof signal;
        const rules = [linearRule("one", signal), linearRule("other", reordered)];
        const contributions = new Float64Array(2);
        compileScorer(configuration(rules)).contributionsAt(touchpoints, known, NOW_MS, contributions);
        expect(contributions[1]).toBe(contributions[0]);
      }),
    );
  });
});
