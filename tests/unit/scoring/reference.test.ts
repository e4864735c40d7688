import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/scoring/day";
import { hasThinEvidence } from "@/lib/scoring/reasons/has-thin-evidence";
import { anyFacts, anyInstants, anyRules, anyTouchpoints } from "./support/arbitraries";
import { NOW_MS } from "./support/journey";
import { naiveScore } from "./support/naive-score";
import { scorer } from "./support/rules";
import { timesAsMany } from "./support/times-as-many";

const groups = [{ key: "shared", label: "Shared", capPoints: 25 }];
const anyWeights = fc.dictionary(
  fc.constantFrom("rule-0", "rule-1", "rule-2", "rule-3"),
  fc.integer({ min: -20, max: 30 }).map((tenths) => tenths / 10),
);

describe("the scorer", () => {
  it("scores as the words of its configuration say", () => {
    fc.assert(
      fc.property(
        anyRules,
        anyWeights,
        anyTouchpoints,
        anyFacts,
        anyInstants,
        (rules, given, touchpoints, known, instants) => {
          const weights = new Map(Object.entries(given).filter(([key]) => rules.some((rule) => rule.key === key)));
          const compiled = scorer(rules, { groups, model: { intercept: -1.25, weights } });
          const swept = compiled.logOddsAt(touchpoints, known, instants);
          instants.forEach((asOfMs, at) => {
            const expected = naiveScore({ rules, groups, intercept: -1.25, weights }, touchpoints, known, asOfMs);
            expect(swept[at]).toBeCloseTo(expected.logOdds, 8);
            const { reasons } = compiled.scoreAt(touchpoints, known, asOfMs);
            rules.forEach(({ key }, position) => {
              const points = reasons.find((reason) => reason.ruleKey === key)?.points ?? 0;
              expect(points).toBeCloseTo(expected.points[position]!, 7);
            });
          });
        },
      ),
      { numRuns: timesAsMany(2) },
    );
  });

  it("calls evidence thin when fewer than three touchpoints of the last 365 days are behind a score", () => {
    fc.assert(
      fc.property(anyTouchpoints, (touchpoints) => {
        const past = touchpoints.occurredAtMs.filter((timeMs) => timeMs <= NOW_MS);
        const recent = past.filter((timeMs) => timeMs > NOW_MS - 365 * DAY_MS);
        expect(hasThinEvidence(touchpoints, past.length, NOW_MS)).toBe(recent.length < 3);
      }),
    );
  });
});
