import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakUpDefinition } from "@/lib/schemas/break-up";
import { asOfQuery, instantMs } from "@/lib/schemas/instant";
import { journeyQuery } from "@/lib/schemas/journey-query";
import { journeySearch } from "@/lib/schemas/journey-search";
import { recomputeRequest } from "@/lib/schemas/recompute-request";

describe("an instant", () => {
  it.each([
    ["2026-06-30T12:00:00Z", Date.UTC(2026, 5, 30, 12)],
    ["2026-06-30T12:00:00+02:00", Date.UTC(2026, 5, 30, 10)],
    ["2026-06-30T12:00:00.250-05:30", Date.UTC(2026, 5, 30, 17, 30, 0, 250)],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
    ["1969-12-31T23:59:59Z", -1_000],
  ])("%s is %d", (text, ms) => expect(instantMs.parse(text)).toBe(ms));

  it.each([
    "2026-06-30",
    "2026-06-30T12:00:00",
    "2026-06-30 12:00:00Z",
    "2023-02-29T00:00:00Z",
    "2026-06-31T00:00:00Z",
    "2026-06-30T24:00:00Z",
    "2026-06-30T23:59:60Z",
    "30.06.2026",
    "now",
    "",
    1_782_820_800_000,
    null,
  ])("is not %j", (given) => expect(instantMs.safeParse(given).success).toBe(false));

  it("is any moment that a date can tell", () => {
    const anyDate = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(instantMs.parse(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it("is asked for by name alone", () => {
    expect(asOfQuery.parse({})).toEqual({});
    expect(asOfQuery.parse({ asOf: "2026-06-30T12:00:00Z" })).toEqual({ asOf: Date.UTC(2026, 5, 30, 12) });
    for (const schema of [asOfQuery, recomputeRequest]) {
      expect(schema.safeParse({ asof: "2026-06-30T12:00:00Z" }).success).toBe(false);
      expect(schema.safeParse({ asOf: "yesterday" }).success).toBe(false);
    }
  });
});

describe("the stretch of a journey", () => {
  const early = "2026-01-01T00:00:00Z";
  const late = "2026-06-30T12:00:00Z";

  it.each([[{}], [{ from: early }], [{ to: late }], [{ from: early, to: late }]])("may be %j", (query) => {
    expect(journeyQuery.safeParse(query).success).toBe(true);
  });

  it.each([
    [{ from: late, to: early }],
    [{ from: early, to: early }],
    [{ from: early, to: "2026-01-01T01:00:00+01:00" }],
    [{ from: "2026-01-01" }],
    [{ range: "1y" }],
  ])("may not be %j", (query) => expect(journeyQuery.safeParse(query).success).toBe(false));

  it("of a page falls back where the address is unreadable", () => {
    const usual = { range: "1y", lane: undefined, page: 1 };
    expect(journeySearch.parse({})).toEqual(usual);
    expect(journeySearch.parse({ range: "100y", lane: "<script>", page: "-1", other: "x" })).toEqual(usual);
    expect(journeySearch.parse({ range: ["1y", "2y"], lane: ["usage"], page: ["1"] })).toEqual(usual);
    expect(journeySearch.parse({ range: "90d", lane: "usage", page: "12" })).toEqual({
      range: "90d",
      lane: "usage",
      page: 12,
    });
  });

  it.each(["99999", "1.5", "1e3", "٣", " 2", ""])("begins at the first page for page=%j", (page) => {
    expect(journeySearch.parse({ page }).page).toBe(1);
  });
});

describe("the definition of a break-up", () => {
  const inactivity = { type: "inactivity", kinds: ["purchase"], days: 90 };

  it.each([
    [{ type: "recorded" }],
    [inactivity],
    [{ ...inactivity, days: 1 }],
    [{ ...inactivity, days: 3_650 }],
    [{ ...inactivity, kinds: ["__proto__"] }],
  ])("may be %j", (definition) => expect(breakUpDefinition.parse(definition)).toEqual(definition));

  it.each([
    [{ type: "divorce" }],
    [{}],
    [{ type: "recorded", days: 90 }],
    [{ ...inactivity, kinds: [] }],
    [{ ...inactivity, kinds: "purchase" }],
    [{ ...inactivity, kinds: [""] }],
    [{ ...inactivity, days: 0 }],
    [{ ...inactivity, days: 1.5 }],
    [{ ...inactivity, days: 3_651 }],
    [{ ...inactivity, days: "90" }],
    [{ ...inactivity, population: 30 }],
  ])("may not be %j", (definition) => expect(breakUpDefinition.safeParse(definition).success).toBe(false));
});
