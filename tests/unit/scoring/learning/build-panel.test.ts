import { describe, expect, it } from "vitest";
import { buildPanel } from "@/lib/scoring/learning/build-panel";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { UNKNOWN_OUTCOME } from "@/lib/scoring/learning/panel";
import type { PanelPlan } from "@/lib/scoring/learning/panel-plan";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { customerOf, date, inactivitySetup, noon } from "./support/customers";

const PLAN: PanelPlan = {
  signals: [{ name: "recency", spec: { type: "days-since", filter: { kinds: ["purchase"] } } }],
  categories: [{ name: "trait:plan", trait: "plan" }],
  kindsAfterBreakUp: [],
};
const RULE: RuleDefinition = {
  key: "complaint",
  label: "Complaint",
  category: "complaint",
  signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 30 },
  effect: { type: "step", thresholds: [{ from: 1, points: 20 }] },
  missing: "ignore",
};

const buyer = (id: string, ...days: number[]) =>
  customerOf(
    id,
    days.map((day) => ({ day, kind: "purchase" })),
    { facts: { traits: new Map([["plan", `plan of ${id}`]]) } },
  );

function panelOf(
  customers: readonly CustomerCase[],
  asOf: readonly number[],
  setup = inactivitySetup({ rules: [RULE] }),
) {
  const builder = buildPanel(setup, PLAN, asOf);
  for (const customer of customers) builder.visit(customer);
  return builder.finish();
}

const columnOf = (panel: ReturnType<typeof panelOf>, name: string) => [
  ...panel.columns.find((column) => column.name === name)!.values,
];

describe("buildPanel", () => {
  it("has a row for each customer of the population at each instant, in order of both", () => {
    const panel = panelOf([buyer("b", 90, 125), buyer("a", 95), buyer("gone", 10)], [noon(130), noon(100)]);
    expect(panel.groups).toEqual(["a", "a", "b", "b"]);
    expect([...panel.asOfMs]).toEqual([date(101) - 1, date(131) - 1, date(101) - 1, date(131) - 1]);
    expect([...panel.outcomes]).toEqual([1, 1, 0, 1]);
    expect(panel.rows).toBe(4);
  });

  it("orders by code unit, as every machine does", () => {
    const panel = panelOf(
      [buyer("ä", 95), buyer("z", 95), buyer("Z", 95), buyer("10", 95), buyer("9", 95)],
      [noon(100)],
    );
    expect(panel.groups).toEqual(["10", "9", "Z", "z", "ä"]);
    expect(columnOf(panel, "trait:plan")).toEqual(["10", "9", "Z", "z", "ä"].map((id) => `plan of ${id}`));
  });

  it("has columns of rules, signals and categories", () => {
    const complainer = customerOf("c", [
      { day: 98, kind: "purchase" },
      { day: 99, kind: "complaint" },
    ]);
    const panel = panelOf([complainer, buyer("d", 95)], [noon(100)]);
    expect(panel.ruleKeys).toEqual(["complaint"]);
    expect(panel.columns.map((column) => column.name)).toEqual(["rule:complaint", "recency", "trait:plan"]);
    expect(columnOf(panel, "rule:complaint")[0]).toBeCloseTo(Math.LN2, 12);
    expect(columnOf(panel, "rule:complaint")[1]).toBe(0);
    expect(columnOf(panel, "recency")[0]).toBeCloseTo(2.5, 6);
    expect(columnOf(panel, "recency")[1]).toBeCloseTo(5.5, 6);
    expect(columnOf(panel, "trait:plan")).toEqual(["", "plan of d"]);
  });

  it("does not know what becomes of customers whose horizon is not over", () => {
    const setup = inactivitySetup({ knownUntilMs: noon(130) });
    expect([...panelOf([buyer("a", 95)], [noon(100)], setup).outcomes]).toEqual([1]);
    expect([...panelOf([buyer("a", 95)], [noon(101)], setup).outcomes]).toEqual([UNKNOWN_OUTCOME]);
    expect([...panelOf([buyer("a", 95, 102)], [noon(101)], setup).outcomes]).toEqual([UNKNOWN_OUTCOME]);
  });

  it("knows the whole of the day on which knowledge ends", () => {
    const setup = inactivitySetup({ knownUntilMs: date(130) });
    expect([...panelOf([buyer("a", 95)], [noon(100)], setup).outcomes]).toEqual([1]);
  });

  it("takes instants of one day for one, the latest", () => {
    const panel = panelOf([buyer("a", 95, 100)], [date(100), noon(100), date(100) + 1]);
    expect(panel.rows).toBe(1);
    expect(columnOf(panel, "recency")[0]).toBeCloseTo(0.5, 6);
  });

  it("does not see what happens later on the as-of day", () => {
    const panel = panelOf([buyer("a", 95, 100)], [date(100)]);
    expect(columnOf(panel, "recency")[0]).toBeCloseTo(5.5, 6);
  });

  it("is not changed by what happens after the horizon", () => {
    const before = panelOf([buyer("a", 95)], [noon(100)]);
    expect(panelOf([buyer("a", 95, 131, 140)], [noon(100)])).toEqual(before);
  });

  it("keeps every row of many", () => {
    const customers = Array.from({ length: 700 }, (_, at) => buyer(`c${at}`, 95 - (at % 20)));
    const panel = panelOf(customers, [noon(100)]);
    expect(panel.rows).toBe(700);
    panel.groups.forEach((group, row) => {
      const at = Number(group.slice(1));
      expect(columnOf(panel, "recency")[row]).toBeCloseTo(5.5 + (at % 20), 6);
    });
  });

  it("is empty without customers", () => {
    const panel = panelOf([], [noon(100)]);
    expect(panel.rows).toBe(0);
    expect(panel.columns.map((column) => column.values.length)).toEqual([0, 0, 0]);
  });
});
