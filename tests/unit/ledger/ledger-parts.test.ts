import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { configurationDifferences } from "@/lib/ledger/configuration-differences";
import { factsAt } from "@/lib/ledger/facts-at";
import { decodeLedgerCursor, encodeLedgerCursor } from "@/lib/ledger/ledger-cursor";
import type { CustomerFacts } from "@/lib/scoring/types";

const kind = { id: 1, key: "complaint", category: "complaint", valence: -1, halfLifeDays: 90 } as const;
const base = { modelVersion: 1, ruleSetVersion: 1, horizonDays: 90, kinds: [kind] };

describe("differences of configurations", () => {
  it("are none between the same, nor when touchpoints brought a new kind with them", () => {
    expect(configurationDifferences(base, base)).toEqual([]);
    expect(configurationDifferences(base, { ...base, kinds: [kind, { ...kind, id: 2, key: "outage" }] })).toEqual([]);
  });

  it.each([
    [{ ruleSetVersion: 2 }, ["rules"]],
    [{ modelVersion: 2 }, ["model"]],
    [{ horizonDays: 60 }, ["horizon"]],
    [{ kinds: [{ ...kind, valence: 0 as const }] }, ["kinds"]],
    [{ kinds: [{ ...kind, category: "support" as const }] }, ["kinds"]],
    [{ kinds: [{ ...kind, halfLifeDays: 9 }], ruleSetVersion: 3, modelVersion: 4 }, ["rules", "model", "kinds"]],
  ])("name what differs: %o", (given, parts) => {
    expect(configurationDifferences(base, { ...base, ...given })).toEqual(parts);
  });
});

describe("facts at a moment", () => {
  const facts = (plan: string): CustomerFacts => ({
    startedOnMs: null,
    renewsOnMs: null,
    mrrMinor: null,
    traits: new Map([["plan", plan]]),
  });
  const former = [
    { facts: facts("first"), replacedMs: 100 },
    { facts: facts("second"), replacedMs: 200 },
  ];
  const planAt = (knownMs: number) => factsAt(former, facts("today"), knownMs).traits.get("plan");

  it("are those that were replaced next, or those of today", () => {
    expect([0, 99, 100, 199, 200, 999].map(planAt)).toEqual(["first", "first", "second", "second", "today", "today"]);
    expect(factsAt([], facts("today"), 0).traits.get("plan")).toBe("today");
  });
});

describe("a ledger's cursor", () => {
  it("comes back as it went", () => {
    const instant = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(instant, instant, (asOfMs, computedMs) => {
        expect(decodeLedgerCursor(encodeLedgerCursor({ asOfMs, computedMs }))).toEqual({ asOfMs, computedMs });
      }),
    );
  });

  it("of anyone else's making is refused, never a failure of ours", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString("base64url")),
        ),
        (text) => {
          let answer: unknown;
          try {
            answer = decodeLedgerCursor(text);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
            return;
          }
          expect(answer).toEqual({ asOfMs: expect.any(Number), computedMs: expect.any(Number) });
        },
      ),
    );
  });
});
