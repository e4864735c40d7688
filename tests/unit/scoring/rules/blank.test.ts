import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SignalRule } from "@/lib/scoring/rule-definition";
import { BLANK_COMPARISON, BLANK_RULE, withEffectType } from "@/lib/scoring/rules/blank-rule";
import { blankSignal, SIGNAL_KINDS } from "@/lib/scoring/rules/blank-signal";
import { checkRules } from "@/lib/scoring/rules/check-rules";
import { anyEffect, anyFilter } from "../support/arbitraries";
import { KINDS } from "../support/catalogue";
import { rule } from "../support/rules";

const KEYS = new Set(KINDS.map(({ key }) => key));
const groups = [{ key: "shared", label: "Shared", capPoints: 30 }];

function faultsOf(...rules: Parameters<typeof checkRules>[0]["rules"]): string[] {
  const faults: string[] = [];
  checkRules({ rules, groups }, KEYS, (path, message) => void faults.push(`${path} ${message}`));
  return faults;
}

describe("what the editor begins with", () => {
  it("has nothing wrong but the name of a trait, which it cannot know", () => {
    expect(faultsOf(BLANK_RULE)).toEqual([]);
    for (const type of SIGNAL_KINDS) {
      const faults = faultsOf(rule({ signal: blankSignal(type) }));
      const expected = type === "trait-is" ? 2 : type === "trait-number" ? 1 : 0;
      expect(faults, type).toHaveLength(expected);
      for (const fault of faults) expect(fault).toMatch(/trait|oneOf/);
    }
  });

  it("knows every type of signal once", () => {
    expect(new Set(SIGNAL_KINDS).size).toBe(SIGNAL_KINDS.length);
    for (const type of SIGNAL_KINDS) expect(blankSignal(type).type).toBe(type);
  });

  it("takes over filter and window from the signal before, and nothing that the new one does not have", () => {
    fc.assert(
      fc.property(anyFilter, fc.integer({ min: 1, max: 900 }), (filter, windowDays) => {
        const before = { type: "count", filter, windowDays } as const;
        expect(blankSignal("active-days", before)).toEqual({ type: "active-days", filter, windowDays });
        expect(blankSignal("days-since", before)).toEqual({ type: "days-since", filter });
        expect(blankSignal("tenure", before)).toEqual({ type: "tenure" });
      }),
    );
  });
});

describe("a rule whose points are given in another way", () => {
  const types = ["step", "ramp", "points"] as const;

  it("is sound whatever it was, and keeps its strongest points", () => {
    fc.assert(
      fc.property(anyEffect, fc.constantFrom(...types), fc.boolean(), (effect, type, hasCondition) => {
        const before = rule({ effect, ...(hasCondition ? { when: BLANK_COMPARISON } : {}) });
        fc.pre(faultsOf(before).length === 0);
        const after = withEffectType(before, type);
        expect(faultsOf(after)).toEqual([]);
        expect(after.effect.type).toBe(type);
        expect([after.key, after.label, after.category]).toEqual([before.key, before.label, before.category]);
        const most = (one: SignalRule["effect"]) =>
          Math.max(...(one.type === "step" ? one.thresholds.map(({ points }) => points) : [one.points]).map(Math.abs));
        if (after.effect.type !== "points") expect(most(after.effect)).toBe(most(before.effect));
        else expect(Math.abs(after.effect.points)).toBe(most(before.effect));
      }),
    );
  });

  it("that gives points at once needs a condition, and has no signal any more", () => {
    const alone = withEffectType(rule({ group: "shared" }), "points");
    expect(alone).toMatchObject({ when: BLANK_COMPARISON, group: "shared" });
    expect(alone.signal).toBeUndefined();
    expect(withEffectType(alone, "ramp")).toMatchObject({
      signal: blankSignal("count"),
      missing: "ignore",
      when: BLANK_COMPARISON,
      effect: { type: "ramp", from: 1, to: 11, points: 10 },
    });
  });

  it("is the same rule when it was given that way already", () => {
    const one = rule();
    expect(withEffectType(one, "step")).toBe(one);
  });
});
