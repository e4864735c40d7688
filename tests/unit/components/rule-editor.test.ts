import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { checkGroups } from "@/components/rules/check-groups";
import { checkRule } from "@/components/rules/check-rule";
import { RuleEditor } from "@/components/rules/rule-editor";
import { CATEGORIES } from "@/lib/kinds/categories";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { anyRules } from "../scoring/support/arbitraries";
import { KINDS } from "../scoring/support/catalogue";
import { rule, step } from "../scoring/support/rules";
import { heard, render } from "./render";

const groups = [{ key: "shared", label: "Shared", capPoints: 30 }];
const categories = CATEGORIES.map((value) => ({ value, label: value }));

function editorOf(initial: RuleDefinition): string {
  const action = async () => null;
  return render(createElement(RuleEditor, { action, revision: 0, initial, groups, kinds: KINDS, categories }));
}

const isSaveable = (html: string) => !(/<button[^>]*type="submit"[^>]*>/.exec(html)?.[0] ?? "").includes(`disabled=""`);
const faultsOf = (one: RuleDefinition) =>
  checkRule(one, { kinds: KINDS, groups }, { partOf: (number) => `part ${number}`, say: (english) => english });

describe("the editor", () => {
  it("shows every rule that can be scored with, ready to be saved", () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        for (const one of rules.slice(0, 2)) {
          const html = editorOf(one);
          expect(faultsOf(one).size).toBe(0);
          expect(isSaveable(html)).toBe(true);
          expect(html).not.toContain('aria-invalid="true"');
        }
      }),
      { numRuns: 8 },
    );
  });

  it("says what is wrong beside the field, and keeps the rule from being saved", () => {
    const html = editorOf(rule({ signal: { type: "count", filter: { kinds: ["yeti"] }, windowDays: -5 } }));
    const words = heard(html);
    expect(words).toContain("Must be above 0, not -5.");
    expect(words).toContain('There is no kind "yeti".');
    expect(words).toContain("2 faults above must be mended");
    expect(isSaveable(html)).toBe(false);
    // What is closed would hide the fault.
    expect(html).toMatch(/<details[^>]*open/);
  });

  it("does not save a rule without a name", () => {
    expect(isSaveable(editorOf(rule({ label: "  " })))).toBe(false);
  });

  it("says what a switched off rule would do, and that it does not", () => {
    expect(heard(editorOf(rule({ off: true })))).toContain("switched off: it gives nothing");
  });
});

describe("faults", () => {
  it("speak of other parts by their number, not by their place in the data", () => {
    const sum = { type: "count", filter: {}, windowDays: 30 } as const;
    const all = [
      { signal: sum, is: "at-least", value: 5 },
      { signal: sum, is: "at-most", value: 3 },
    ] as const;
    expect([...faultsOf(rule({ when: { all } }))]).toEqual([["when.all[1]", "Can never hold together with part 1."]]);
  });

  it("of points and caps stand at their fields", () => {
    expect([...faultsOf(rule({ effect: step([1, Number.NaN]), capPoints: 0 })).keys()]).toEqual([
      "effect.thresholds[0].points",
      "capPoints",
    ]);
    expect([...checkGroups([{ key: "a", label: "A", capPoints: -1 }], (english) => english)]).toEqual([
      ["groups[0].capPoints", "Must be above 0, not -1."],
    ]);
  });
});
