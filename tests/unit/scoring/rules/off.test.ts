import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRules } from "@/lib/scoring/rules/check-rules";
import { rulesInUse } from "@/lib/scoring/rules/rules-in-use";
import { anyFacts, anyRules, anyTouchpoints } from "../support/arbitraries";
import { NOW_MS } from "../support/journey";
import { rule, scorer, step } from "../support/rules";

const groups = [{ key: "shared", label: "Shared", capPoints: 30 }];

describe("a rule that is switched off", () => {
  it("gives nothing: scores are those of the rest alone", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, fc.nat(), (rules, touchpoints, facts, chosen) => {
        const at = rules.length === 0 ? -1 : chosen % rules.length;
        const switched = rules.map((one, place) => (place === at ? { ...one, off: true } : one));
        const rest = rules.filter((_, place) => place !== at);
        expect(scorer(switched, { groups }).scoreAt(touchpoints, facts, NOW_MS)).toEqual(
          scorer(rest, { groups }).scoreAt(touchpoints, facts, NOW_MS),
        );
      }),
    );
  });

  it("is no rule of the scorer any more, and off: false is as good as none", () => {
    const rules = [rule({ key: "on", off: false }), rule({ key: "off", off: true })];
    expect(rulesInUse(rules).map(({ key }) => key)).toEqual(["on"]);
    expect(scorer(rules).ruleKeys).toEqual(["on"]);
  });

  it("takes nothing back from another, but its own faults still count", () => {
    const faults: string[] = [];
    const rules = [rule({ key: "gives" }), rule({ key: "takes", effect: step([1, -10]), off: true })];
    checkRules({ rules, groups }, new Set(["complaint"]), (path) => void faults.push(path));
    expect(faults).toEqual([]);
    expect(() => scorer([rule({ off: true, effect: step([1, Number.NaN]) })])).toThrow("finite");
  });
});
