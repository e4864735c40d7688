import { describe, expect, it } from "vitest";
import { fnvFold } from "@/lib/evaluation/fnv-fold";
import { historyAt } from "@/lib/evaluation/purchase-history";
import { CsvRow } from "@/lib/evaluation/read-csv";
import { dayOf, gatherCustomers } from "@/lib/evaluation/retail-customers";
import { sumRulePoints } from "@/lib/evaluation/sum-rule-points";
import { DAY_MS } from "@/lib/scoring/day";

const COLUMNS = new Map(["customer_id", "kind", "invoice_date", "amount", "country"].map((name, at) => [name, at]));

function invoice(customer: string, kind: string, date: string, amount: number): CsvRow {
  return new CsvRow(COLUMNS, [customer, kind, date, String(amount), "France"], "a test");
}

describe("gatherCustomers", () => {
  it("makes one touchpoint of a day's purchases and one of its returns", () => {
    const [customer] = gatherCustomers([
      invoice("1", "purchase", "2010-01-02 18:00:00", 20),
      invoice("1", "return", "2010-01-02 09:00:00", -5),
      invoice("1", "purchase", "2010-01-02 08:00:00", 30),
      invoice("1", "purchase", "2010-01-01 08:00:00", 10),
    ]);
    const first = dayOf("2010-01-01");
    expect(customer!.purchaseDays).toEqual([first, first + 1]);
    expect(customer!.touchpoints).toMatchObject({
      length: 3,
      occurredAtMs: Float64Array.of(first, first + 1, first + 1).map((day) => day * DAY_MS),
      kindId: Uint16Array.of(0, 0, 1),
      value: Float64Array.of(10, 50, 5),
    });
  });

  it("keeps customers apart", () => {
    const customers = gatherCustomers([
      invoice("1", "purchase", "2010-01-02", 20),
      invoice("2", "purchase", "2010-01-02", 20),
    ]);
    expect(customers.map(({ id, purchaseDays }) => [id, purchaseDays.length])).toEqual([
      ["1", 1],
      ["2", 1],
    ]);
  });

  it("does not count what was free", () => {
    expect(gatherCustomers([invoice("1", "purchase", "2010-01-02", 0)])).toEqual([]);
  });

  it("refuses another kind and another form of date", () => {
    expect(() => gatherCustomers([invoice("1", "gift", "2010-01-02", 1)])).toThrow("“gift”");
    expect(() => gatherCustomers([invoice("1", "purchase", "02/01/2010", 1)])).toThrow("YYYY-MM-DD");
  });
});

describe("historyAt", () => {
  it("counts purchases after the first in weeks, up to the day", () => {
    expect(historyAt([100, 107, 121, 135], 128)).toEqual({ repeats: 2, lastAt: 3, knownFor: 4 });
    expect(historyAt([100], 100)).toEqual({ repeats: 0, lastAt: 0, knownFor: 0 });
    expect(historyAt([100], 99)).toBeUndefined();
  });
});

describe("fnvFold", () => {
  // FNV-1a of "0" and "7": (offset basis xor the character) times the prime, in 32 bits
  it.each([
    [0, 0x350ca8af],
    [7, 0x320ca3f6],
  ])("of row %d follows the hash", (row, hash) => {
    expect(fnvFold(row, 5)).toBe(hash % 5);
    expect(fnvFold(row, 1_000)).toBe(hash % 1_000);
  });

  it("spreads rows evenly", () => {
    const counts = [0, 0, 0, 0, 0];
    for (let row = 0; row < 10_000; row++) counts[fnvFold(row, 5)]!++;
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(150);
  });
});

describe("sumRulePoints", () => {
  const table = { rows: 2, columns: [{ type: "numeric", name: "x", values: Float64Array.of(1, 5) }] } as const;
  const over = (least: number, points: number) => ({
    column: "x",
    appliesTo: (value: string | number) => Number(value) >= least,
    points,
  });

  it("adds the points of rules that apply, 20 doubling the odds", () => {
    const [low, high] = sumRulePoints([over(1, 20), over(4, -60)], table);
    expect(low).toBeCloseTo(Math.LN2, 12);
    expect(high).toBeCloseTo(-2 * Math.LN2, 12);
  });

  it("refuses a rule about a column that is not there", () => {
    expect(() => sumRulePoints([{ ...over(1, 20), column: "y" }], table)).toThrow('no column "y"');
  });
});
