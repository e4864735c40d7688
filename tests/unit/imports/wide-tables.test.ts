import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthEnd } from "@/lib/imports/month-end";
import { splitRecord } from "@/lib/imports/split-record";
import { suggestType } from "@/lib/imports/suggest-type";
import { ValueSpread } from "@/lib/imports/value-spread";

it.each([
  ["2026-01", "2026-01-31"],
  ["2024_02", "2024-02-29"],
  ["02/2023", "2023-02-28"],
  ["Jan 2026", "2026-01-31"],
  ["December-2025", "2025-12-31"],
  ["Q1 2026", "2026-03-31"],
  ["2026 Q4", "2026-12-31"],
  ["2026", undefined],
  ["13/2026", undefined],
  ["market 2026", undefined],
  ["2026-01-05", undefined],
  ["complaints", undefined],
])("the month of a column “%s” ends on %s", (name, day) => {
  expect(monthEnd(name)).toBe(day);
});

describe("splitRecord", () => {
  const split = {
    width: 3,
    columns: [
      { index: 1, name: "complaint" },
      { index: 2, name: "call" },
    ],
    keepsZeros: false,
  };

  it("makes a row of each cell that is neither blank nor zero", () => {
    const rows = splitRecord({ line: 7, fields: ["C1", "2", " 3 "] }, split);
    expect(rows).toEqual([
      { line: 7, fields: ["C1", "2", " 3 ", "complaint", "2"] },
      { line: 7, fields: ["C1", "2", " 3 ", "call", "3"] },
    ]);
    expect(splitRecord({ line: 7, fields: ["C1", " ", "0,00"] }, split)).toEqual([]);
    expect(splitRecord({ line: 7, fields: ["C1", " ", "0"] }, { ...split, keepsZeros: true })).toHaveLength(1);
  });

  it("never takes a row of a wrong shape for a sound one", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("", "x", "1"), { maxLength: 8 }), (fields) => {
        const rows = splitRecord({ line: 1, fields }, split);
        const isSound = fields.length >= 3 && fields.slice(3).every((field) => field === "");
        expect(rows.every((row) => row.fields.length === 5)).toBe(isSound || rows.length === 0);
      }),
    );
  });
});

describe("suggestType", () => {
  const columns = (...names: string[]) =>
    names.map((name) => ({ name, samples: /date|at$/.test(name) ? ["16-10-2024"] : ["x"] }));
  it.each([
    [columns("account_id", "account_name", "industry", "signup_date", "plan_tier"), "customers"],
    [columns("churn_event_id", "account_id", "churn_date", "reason_code"), "outcomes"],
    [columns("usage_id", "subscription_id", "usage_date", "feature_name", "usage_count"), "touchpoints"],
    [columns("subscription_id", "account_id", "start_date", "plan_tier", "seats", "mrr_amount"), "touchpoints"],
    [columns("ticket_id", "account_id", "submitted_at", "priority"), "touchpoints"],
    [columns("customerExternalId", "kind", "occurredAt"), "touchpoints"],
    [columns("externalId", "name", "mrr"), "customers"],
    [columns("a", "b"), "touchpoints"],
    [
      [
        { name: "who", samples: ["C1"] },
        { name: "what", samples: ["churned", "renewal"] },
      ],
      "outcomes",
    ],
  ] as const)("%#", (given, type) => {
    expect(suggestType(given)).toBe(type);
  });
});

describe("ValueSpread", () => {
  it("finds the values that lie far out, with their lines, among many", () => {
    const spread = new ValueSpread();
    for (let line = 1; line <= 20_000; line++)
      spread.add(line, line === 777 ? 1e9 : line === 12_345 ? -1e9 : line % 100);
    expect(spread.farOut()).toEqual([
      { line: 777, value: 1e9 },
      { line: 12_345, value: -1e9 },
    ]);
  });

  it("finds nothing in few values, nor in an even spread of any scale", () => {
    const few = new ValueSpread();
    for (const value of [1, 1, 1e9]) few.add(1, value);
    expect(few.farOut()).toEqual([]);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 20, max: 3000 }),
        (scale, count) => {
          const spread = new ValueSpread();
          for (let at = 0; at < count; at++) spread.add(at, scale * at);
          expect(spread.farOut()).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
