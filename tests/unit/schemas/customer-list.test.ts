import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUSTOMER_SORTS, customerListQuery, customerListSearch } from "@/lib/schemas/customer-list";
import { customerParams } from "@/lib/schemas/customer-params";
import { modelParameters } from "@/lib/schemas/model-parameters";

const UNUSABLE: readonly (readonly [string, unknown])[] = [
  ["sort", "mrr"],
  ["sort", "--risk"],
  ["sort", "s.risk_order; DROP TABLE score"],
  ["sort", ["risk", "-risk"]],
  ["band", "severe"],
  ["band", ["calm", "watch"]],
  ["owner", ""],
  ["owner", "x".repeat(201)],
  ["stage", "gone"],
  ["q", "x".repeat(201)],
  ["cursor", "x".repeat(2_001)],
];

describe("what the list of customers is asked for", () => {
  it("is the riskiest fifty of all by default", () => {
    expect(customerListQuery.parse({})).toEqual({ sort: "-risk", stage: "all", limit: 50 });
    expect(customerListSearch.parse({})).toEqual({ sort: "-risk", stage: "current" });
  });

  it.each(UNUSABLE)("by the API is refused with %s=%j, at its place", (field, value) => {
    const result = customerListQuery.safeParse({ [field]: value });
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });

  it.each(UNUSABLE)("by a page falls back with %s=%j, and keeps the rest", (field, value) => {
    const usual = { sort: "-name", band: "watch", owner: "7", stage: "all", q: "acme", cursor: "abc" };
    const fallback: Record<string, unknown> = { sort: "-risk", stage: "current" };
    expect(customerListSearch.parse({ ...usual, [field]: value })).toEqual({ ...usual, [field]: fallback[field] });
  });

  it("by the API is refused with a field that does not exist; a page ignores it", () => {
    expect(customerListQuery.safeParse({ organisationId: "2" }).success).toBe(false);
    expect(customerListSearch.parse({ organisationId: "2", utm_source: "mail" })).toEqual(customerListSearch.parse({}));
  });

  it.each(["1", "1000", 25])("may have the limit %j", (limit) => {
    expect(customerListQuery.parse({ limit }).limit).toBe(Number(limit));
  });

  it.each(["0", "1001", "-1", "1.5", "many", "1e9", "Infinity", "NaN"])("may not have the limit %j", (limit) => {
    expect(customerListQuery.safeParse({ limit }).success).toBe(false);
  });

  it("takes every order in both ways", () => {
    for (const sort of CUSTOMER_SORTS) {
      expect(customerListQuery.parse({ sort }).sort).toBe(sort);
      expect(customerListSearch.parse({ sort }).sort).toBe(sort);
    }
  });

  it("by a page never fails, whatever the address holds", () => {
    const anyValue = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.constant(undefined));
    const keys = ["sort", "band", "owner", "stage", "q", "cursor", "limit", "__proto__"];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), anyValue), (search) => {
        expect(customerListSearch.safeParse(search).success).toBe(true);
      }),
    );
  });

  it("by a page gives only what the API takes", () => {
    const anyValue = fc.oneof(fc.string(), fc.constantFrom(...CUSTOMER_SORTS, "watch", "all", "departed", "none"));
    const keys = ["sort", "band", "owner", "stage", "q", "cursor"];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), anyValue), (search) => {
        expect(customerListQuery.safeParse(customerListSearch.parse(search)).success).toBe(true);
      }),
    );
  });
});

describe("the id of a customer in an address", () => {
  it.each(["c-1", "../../etc", "a/b", "__proto__", "名前", "x".repeat(500)])("may be %j", (externalId) => {
    expect(customerParams.parse({ externalId })).toEqual({ externalId });
  });

  it.each(["", "x".repeat(501), undefined, 7])("may not be %j", (externalId) => {
    expect(customerParams.safeParse({ externalId }).success).toBe(false);
  });
});

describe("a stored model", () => {
  const anchor = {
    asOf: "2026-06-30T12:00:00Z",
    horizonDays: 90,
    customers: 900,
    breakUps: 90,
    baseRate: 0.1,
    basis: "x",
  };

  it("has no weights and no anchor unless it says so", () => {
    expect(modelParameters.parse({ kind: "prior", intercept: -2 })).toEqual({
      ...{ kind: "prior", intercept: -2, weights: [], anchor: null },
    });
    const whole = { kind: "prior", intercept: -2.5, weights: [["complaints", 1.2]], anchor };
    expect(modelParameters.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it("keeps the weight of a rule whatever its key", () => {
    const stored = JSON.parse('{"kind":"prior","intercept":-2,"weights":[["__proto__",2],["constructor",3]]}');
    expect(modelParameters.parse(stored)).toMatchObject({
      weights: [
        ["__proto__", 2],
        ["constructor", 3],
      ],
    });
  });

  it.each<[string, object]>([
    ["no intercept", { kind: "prior" }],
    ["an intercept that JSON could not hold", { kind: "prior", intercept: null }],
    ["an endless intercept", { kind: "prior", intercept: Number.NEGATIVE_INFINITY }],
    ["a kind that is none", { kind: "oracle", intercept: -2 }],
    ["a weight in words", { kind: "prior", intercept: -2, weights: [["complaints", "1"]] }],
    ["a field more", { kind: "prior", intercept: -2, bias: 1 }],
    ["half an anchor", { kind: "prior", intercept: -2, anchor: { ...anchor, basis: undefined } }],
    ["an anchor at no instant", { kind: "prior", intercept: -2, anchor: { ...anchor, asOf: "2026-06-30" } }],
    ["half a customer", { kind: "prior", intercept: -2, anchor: { ...anchor, customers: 0.5 } }],
  ])("is refused with %s", (_what, stored) => expect(modelParameters.safeParse(stored).success).toBe(false));
});
