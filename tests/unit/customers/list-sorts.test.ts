import { describe, expect, it } from "vitest";
import { LIST_SORTS, splitSort } from "@/lib/customers/list-sorts";
import { CUSTOMER_SORTS } from "@/lib/schemas/customer-list";

describe("the orders of the list", () => {
  it.each([
    ["-risk", "risk", "DESC"],
    ["risk", "risk", "ASC"],
    ["-valueAtRisk", "valueAtRisk", "DESC"],
    ["valueAtRisk", "valueAtRisk", "ASC"],
    ["-change7d", "change7d", "DESC"],
    ["change7d", "change7d", "ASC"],
    ["-name", "name", "DESC"],
    ["name", "name", "ASC"],
    ["-renewsOn", "renewsOn", "DESC"],
    ["renewsOn", "renewsOn", "ASC"],
  ] as const)("%s goes by %s, %s", (sort, name, direction) => expect(splitSort(sort)).toEqual({ name, direction }));

  it("each have an expression of their own, in both directions", () => {
    const names = new Set(CUSTOMER_SORTS.map((sort) => splitSort(sort).name));
    expect([...names].sort()).toEqual(Object.keys(LIST_SORTS).sort());
    for (const name of names) {
      expect(CUSTOMER_SORTS.filter((sort) => splitSort(sort).name === name)).toHaveLength(2);
    }
    expect(new Set(Object.values(LIST_SORTS).map(({ expression }) => expression)).size).toBe(names.size);
  });

  it("never compare with NULL, which would lose customers between two pages", () => {
    for (const name of ["valueAtRisk", "renewsOn"] as const) {
      expect(LIST_SORTS[name].expression).toMatch(/^coalesce\(/);
    }
  });
});
