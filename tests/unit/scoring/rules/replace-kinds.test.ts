import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesKind, replaceKinds } from "@/lib/scoring/rules/replace-kinds";
import { anyRules } from "../support/arbitraries";
import { KINDS } from "../support/catalogue";
import { rule } from "../support/rules";

const groups = [{ key: "shared", label: "Shared", capPoints: 30 }];
const anyKey = fc.constantFrom(...KINDS.map(({ key }) => key));

describe("rules under another kind", () => {
  it("name it wherever they named the first, and nothing else of them changes", () => {
    fc.assert(
      fc.property(anyRules, anyKey, anyKey, (rules, from, into) => {
        const { rules: replaced } = replaceKinds({ rules, groups }, new Map([[from, into]]));
        if (from !== into) expect(namesKind(replaced, from)).toBe(false);
        expect(namesKind(replaced, into)).toBe(namesKind(rules, from) || namesKind(rules, into));
        const other = KINDS.map(({ key }) => key).filter((key) => key !== from && key !== into);
        for (const key of other) expect(namesKind(replaced, key)).toBe(namesKind(rules, key));
        if (!namesKind(rules, from)) expect(replaced).toEqual(JSON.parse(JSON.stringify(rules)));
      }),
    );
  });

  it("name it once where they named both, in conditions and exceptions too", () => {
    const looksAt = (kinds: readonly string[]) => ({ type: "count", filter: { kinds }, windowDays: 60 }) as const;
    const condition = (kinds: readonly string[]) => ({ signal: looksAt(kinds), is: "at-least", value: 1 }) as const;
    const both = ["complaint", "call"];
    const before = rule({
      signal: looksAt(both),
      when: { all: [{ not: condition(both) }, condition(["call"])] },
      except: [{ when: condition(["purchase", "call"]) }],
    });
    expect(replaceKinds({ rules: [before], groups }, new Map([["call", "complaint"]]))).toEqual({
      rules: [
        {
          ...before,
          signal: looksAt(["complaint"]),
          when: { all: [{ not: condition(["complaint"]) }, condition(["complaint"])] },
          except: [{ when: condition(["purchase", "complaint"]) }],
        },
      ],
      groups,
    });
  });

  it("keep labels and traits that have the name of a kind", () => {
    const named = rule({ label: "call", signal: { type: "trait-is", trait: "call", oneOf: ["call"] } });
    expect(replaceKinds({ rules: [named], groups }, new Map([["call", "meeting"]])).rules).toEqual([named]);
    expect(namesKind([named], "call")).toBe(false);
  });
});
