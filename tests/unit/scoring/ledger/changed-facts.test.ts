import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedFacts } from "@/lib/scoring/ledger/changed-facts";
import { anyFacts } from "../support/arbitraries";
import { facts, inDays } from "../support/journey";

describe("facts that changed", () => {
  it("are none between the same", () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        expect(changedFacts(known, { ...known })).toEqual([]);
      }),
    );
  });

  it("turn round when before and after do", () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (one, other) => {
        const back = changedFacts(other, one).map((fact) => ({ ...fact, before: fact.after, after: fact.before }));
        expect(back).toEqual(changedFacts(one, other));
      }),
    );
  });

  it("are named, with what they were and what they are", () => {
    const before = facts({
      startedOnMs: inDays(-400),
      mrrMinor: 900,
      traits: new Map<string, string | number | boolean>([
        ["plan", "basic"],
        ["seats", 4],
      ]),
    });
    const after = facts({
      startedOnMs: inDays(-300),
      renewsOnMs: inDays(30),
      mrrMinor: 1_900,
      traits: new Map<string, string | number | boolean>([
        ["plan", "pro"],
        ["__proto__", true],
      ]),
    });
    expect(changedFacts(before, after)).toEqual([
      { fact: "started", name: "", before: inDays(-400), after: inDays(-300) },
      { fact: "renews", name: "", before: null, after: inDays(30) },
      { fact: "mrr", name: "", before: 900, after: 1_900 },
      { fact: "trait", name: "__proto__", before: null, after: true },
      { fact: "trait", name: "plan", before: "basic", after: "pro" },
      { fact: "trait", name: "seats", before: 4, after: null },
    ]);
  });
});
