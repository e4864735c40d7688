import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf } from "@/lib/bands/band-of";
import { BANDS } from "@/lib/bands/bands";
import { bandRange, CURRENT_RANGE, DEPARTED_RANGE } from "@/lib/customers/band-range";
import { searchPattern } from "@/lib/customers/search-pattern";
import { wantedTraits } from "@/lib/schemas/wanted-traits";
import { DEPARTED_OFFSET } from "@/lib/scores/departed-offset";

const floors = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 })
  .map((cuts) => cuts.sort((a, b) => a - b).map((cut) => cut / 100))
  .map(([watch = 0, atRisk = 0, critical = 0]) => ({ watch, "at-risk": atRisk, critical }));
const probability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
);

describe("bandRange", () => {
  it("holds exactly the probabilities of its band, for current and for departed customers", () => {
    fc.assert(
      fc.property(floors, probability, (limits, chance) => {
        for (const band of BANDS) {
          const current = bandRange(band, limits, "current");
          expect(chance >= current.from && chance < current.to).toBe(bandOf(chance, limits) === band);
        }
      }),
    );
  });

  it("keeps those who departed apart from everyone else", () => {
    fc.assert(
      fc.property(probability, (chance) => {
        expect(chance >= CURRENT_RANGE.from).toBe(true);
        expect(chance - DEPARTED_OFFSET < DEPARTED_RANGE.to).toBe(true);
        expect(chance - DEPARTED_OFFSET >= CURRENT_RANGE.from).toBe(false);
      }),
    );
  });
});

describe("searchPattern", () => {
  it.each([
    ["nord", "nord"],
    ["al", "(^|[ -])al"],
    ["ø", "(^|[ -])ø"],
    ["%", "%"],
    ["a_b", "a_b"],
    ["\\", "\\\\"],
    ["A. (B) [C] {D}", "A\\. \\(B\\) \\[C\\] \\{D\\}"],
    ["^a|b$", "\\^a\\|b\\$"],
    ["***=x", "\\*\\*\\*=x"],
  ])("asks for %s by %s", (text, pattern) => {
    expect(searchPattern(text)).toBe(pattern);
  });
});

describe("wantedTraits", () => {
  it("reads any names and values back as a query wrote them", () => {
    const pair = fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 5 }), (pairs) => {
        const written = new URLSearchParams(pairs);
        const expected = [...written].map(([name, value]) => ({ name, value }));
        expect(wantedTraits.parse(written.toString())).toEqual(expected);
      }),
    );
  });

  it.each(["", "=gold", "a=1&b=2&c=3&d=4&e=5&f=6"])("refuses %j", (text) => {
    expect(wantedTraits.safeParse(text).success).toBe(false);
  });
});
