import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Evaluator } from "@/lib/scoring/evaluator";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { conditionsOf } from "@/lib/scoring/rules/conditions-of";
import { listComparisons } from "@/lib/scoring/rules/list-comparisons";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import {
  anyCondition,
  anyFacts,
  anyFilter,
  anyRules,
  anySignal,
  anyTouchpoints,
  withOneMore,
} from "../support/arbitraries";
import { KINDS } from "../support/catalogue";
import { conditionRule } from "../support/conditions";
import { inDays, NOW_MS } from "../support/journey";
import { takes } from "../support/naive-signal";
import { configuration, rule, scorer } from "../support/rules";
import { signalNow } from "../support/signal-values";

const groups = [{ key: "shared", label: "Shared", capPoints: 30 }];

/** Everything that a rule looks at. */
function signalsOf(definition: RuleDefinition) {
  const compared = conditionsOf(definition).flatMap(listComparisons);
  return [definition, ...compared].flatMap(({ signal }) => signal ?? []);
}

describe("one more touchpoint", () => {
  it("changes only rules that look at its kind, by their signal or a condition", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, fc.constantFrom(...KINDS), (given, touchpoints, known, kind) => {
        fc.pre((touchpoints.occurredAtMs[0] ?? Number.POSITIVE_INFINITY) <= inDays(-1));
        const rules = given.map(({ group, ...alone }) => alone as RuleDefinition);
        const contributionsOf = (columns: typeof touchpoints) => {
          const contributions = new Float64Array(rules.length);
          scorer(rules).contributionsAt(columns, known, NOW_MS, contributions);
          return contributions;
        };
        const before = contributionsOf(touchpoints);
        const after = contributionsOf(withOneMore(touchpoints, kind.key, inDays(-1), 3));
        rules.forEach((definition, at) => {
          const isConcerned = signalsOf(definition).some((spec) =>
            signalTypeOf(spec)!
              .filters(spec as never)
              .some(([, filter]) => takes(filter, kind)),
          );
          if (!isConcerned) expect(after[at]).toBe(before[at]);
        });
      }),
    );
  });

  it("adds its value to a sum, and at most one to the active days", () => {
    const anyKind = fc.constantFrom(...KINDS);
    fc.assert(
      fc.property(
        anyFilter,
        anyTouchpoints,
        anyKind,
        fc.integer({ min: -9, max: 9 }),
        (filter, before, kind, value) => {
          const after = withOneMore(before, kind.key, inDays(-50), value);
          const taken = takes(filter, kind);
          const sum = { type: "sum", filter, windowDays: 100 } as const;
          expect(signalNow(sum, after)).toBe(signalNow(sum, before) + (taken ? value : 0));
          const days = { type: "active-days", filter, windowDays: 100 } as const;
          const difference = signalNow(days, after) - signalNow(days, before);
          expect(taken ? [0, 1] : [0]).toContain(difference);
          expect(signalNow(days, after)).toBeLessThanOrEqual(signalNow({ ...days, type: "count" }, after));
        },
      ),
    );
  });
});

describe("a condition on a rule", () => {
  it("takes all of its points or none, and with its opposite they are those without", () => {
    fc.assert(
      fc.property(anyCondition, anySignal, anyTouchpoints, anyFacts, (when, signal, touchpoints, known) => {
        const definition = { signal, missing: "counts-against" } as const;
        const rules = [
          rule({ key: "with", ...definition, when }),
          rule({ key: "opposite", ...definition, when: { not: when } }),
          rule({ key: "without", ...definition }),
        ];
        const contributions = new Float64Array(3);
        scorer(rules).contributionsAt(touchpoints, known, NOW_MS, contributions);
        const [given = 0, opposite = 0, without = 0] = contributions;
        expect(given + opposite).toBe(without);
        expect(given === 0 || opposite === 0).toBe(true);
      }),
    );
  });

  it("is the same as an exception from its opposite", () => {
    fc.assert(
      fc.property(anyCondition, anyTouchpoints, anyFacts, (when, touchpoints, known) => {
        fc.pre(!("not" in when));
        const always = { any: [when, { not: when }] };
        const rules = [
          conditionRule(when, { key: "when" }),
          conditionRule(always, { key: "except", except: [{ when: { not: when } }] }),
        ];
        const contributions = new Float64Array(2);
        try {
          scorer(rules).contributionsAt(touchpoints, known, NOW_MS, contributions);
        } catch {
          // The tautology made the condition too deep or too long: nothing to compare.
          fc.pre(false);
        }
        expect(contributions[1]).toBe(contributions[0]);
      }),
    );
  });

  it("costs rules without one nothing: they have no gate", () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const gated = rules.flatMap((definition, at) => (conditionsOf(definition).length > 0 ? [at] : []));
        const evaluator = new Evaluator(configuration(rules, { groups }));
        expect(evaluator.gates.map((gate) => gate.rule)).toEqual(gated);
      }),
    );
  });
});
