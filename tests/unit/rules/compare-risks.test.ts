import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BANDS } from "@/lib/bands/bands";
import { compareRisks } from "@/lib/rules/compare-risks";

const floors = { watch: 0.1, "at-risk": 0.25, critical: 0.5 };
const risk = fc.record({
  id: fc.nat(),
  mrrMinor: fc.option(fc.nat(1_000_000)),
  before: fc.double({ min: 0, max: 1, noNaN: true }),
  after: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("compareRisks", () => {
  it("counts everyone once before and once after, by band and by risk", () => {
    fc.assert(
      fc.property(fc.array(risk), (risks) => {
        const compared = compareRisks(risks, floors);
        for (const when of ["before", "after"] as const) {
          const sum = (list: readonly { before: number; after: number }[]) =>
            list.reduce((all, one) => all + one[when], 0);
          expect(sum(compared.bands.map(({ customers }) => customers))).toBe(risks.length);
          expect(sum(compared.distribution)).toBe(risks.length);
          expect(sum(compared.bands.map(({ mrrMinor }) => mrrMinor))).toBe(
            risks.reduce((all, one) => all + (one.mrrMinor ?? 0), 0),
          );
        }
        const { customers, worse, better } = compared.changed;
        expect(worse + better).toBe(customers);
      }),
    );
  });

  it("names those who change band, the largest change first, and no more than fifty", () => {
    const moved = Array.from({ length: 60 }, (_, id) => ({ id, mrrMinor: 100, before: 0.05, after: 0.3 + id / 100 }));
    const still = { id: 99, mrrMinor: 1, before: 0.6, after: 0.99 };
    const { largest, changed, bands, valueAtRiskMinor } = compareRisks([...moved, still], floors);
    expect(changed).toEqual({ customers: 60, worse: 60, better: 0 });
    expect(largest).toHaveLength(50);
    expect(largest[0]?.id).toBe(59);
    expect(bands.map(({ band }) => band)).toEqual(BANDS);
    expect(bands[3]?.customers).toEqual({ before: 1, after: 41 });
    expect(valueAtRiskMinor.before).toBe(Math.round(60 * 100 * 0.05 + 0.6));
  });

  it("puts certainty into the last twentieth", () => {
    expect(compareRisks([{ id: 1, mrrMinor: null, before: 1, after: 0 }], floors).distribution.at(-1)).toEqual({
      before: 1,
      after: 0,
    });
  });

  it("takes where bands begin after the change for what comes after it", () => {
    const still = { id: 1, mrrMinor: 500, before: 0.2, after: 0.2 };
    const { bands, changed, valueAtRiskMinor } = compareRisks([still], floors, { ...floors, "at-risk": 0.15 });
    expect(bands.map(({ customers }) => [customers.before, customers.after])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    expect(changed).toEqual({ customers: 1, worse: 1, better: 0 });
    expect(valueAtRiskMinor).toEqual({ before: 100, after: 100 });
  });
});
