import { describe, expect, it } from "vitest";
import { backtestDates } from "@/lib/rules/backtest-dates";
import { diffRules } from "@/lib/rules/diff-rules";
import { measureBacktest } from "@/lib/rules/measure-backtest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";

const DAY_MS = 86_400_000;

/** Customers with four rows each; the first third breaks up in the last. `signal` is how well probabilities know it. */
function rowsOf(customers: number, signal: number, seed = 3) {
  const uniform = seededUniform(seed);
  const outcomes: number[] = [];
  const customerOf: number[] = [];
  const candidate: number[] = [];
  const current: number[] = [];
  for (let customer = 0; customer < customers; customer++) {
    for (let date = 0; date < 4; date++) {
      const brokeUp = customer % 3 === 0 && date === 3 ? 1 : 0;
      outcomes.push(brokeUp);
      customerOf.push(customer);
      current.push(uniform());
      candidate.push(Math.min(1, signal * 0.5 * brokeUp + uniform() * (1 - signal * 0.5)));
    }
  }
  return { outcomes, customerOf, candidate, current, customers };
}

describe("measureBacktest", () => {
  it("finds a candidate that knows break-ups better than chance and than one that guesses", () => {
    const measured = measureBacktest(rowsOf(200, 1), 0.5);
    expect([measured.againstChance, measured.againstCurrent]).toEqual(["better", "better"]);
    expect(measured.candidate.auc.value - measured.current.auc.value).toBeCloseTo(measured.difference.auc.value, 12);
  });

  it("says of guesses that they could be chance", () => {
    const measured = measureBacktest(rowsOf(200, 0), 0.5);
    expect([measured.againstChance, measured.againstCurrent]).toEqual(["could-be-chance", "could-be-chance"]);
  });

  it("gives no verdict on fewer than ten break-ups", () => {
    const measured = measureBacktest(rowsOf(20, 1), 0.5);
    expect([measured.againstChance, measured.againstCurrent]).toEqual(["too-few", "too-few"]);
  });

  it("reckons precision and recall from the probability at which a customer is called", () => {
    const rows = { outcomes: [1, 1, 0, 0, 0], customerOf: [0, 1, 2, 3, 4], customers: 5 };
    const candidate = [0.9, 0.1, 0.6, 0.5, 0.2];
    const { candidate: figures } = measureBacktest({ ...rows, candidate, current: candidate }, 0.5);
    expect(figures.precision.value).toBeCloseTo(1 / 3, 12);
    expect(figures.recall.value).toBe(0.5);
  });

  it("widens intervals for customers whose rows repeat: rows of one customer are not news", () => {
    const once = rowsOf(60, 0.6);
    const repeat = <T>(list: readonly T[]) => list.flatMap((one) => [one, one, one, one]);
    const more = {
      ...once,
      outcomes: repeat(once.outcomes),
      customerOf: repeat(once.customerOf),
      candidate: repeat(once.candidate),
      current: repeat(once.current),
    };
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(measureBacktest(more, 0.5).candidate.auc)).toBeCloseTo(
      width(measureBacktest(once, 0.5).candidate.auc),
      9,
    );
  });
});

describe("backtestDates", () => {
  const settings = { breakUp: { type: "recorded" }, horizonDays: 90, timeZone: "UTC" } as const;
  const now = Date.parse("2026-06-30T10:00:00Z");

  it("are ends of days one horizon apart whose horizon is over, at most eight", () => {
    const dates = backtestDates(settings, now, Date.parse("2010-01-01"));
    expect(dates).toHaveLength(8);
    const lastDay = Math.floor(now / DAY_MS);
    dates.forEach((date, at) => void expect(Math.floor(date / DAY_MS)).toBe(lastDay - (8 - at) * 90));
  });

  it("have a horizon of history before the first, and are none without history", () => {
    const dates = backtestDates(settings, now, now - 300 * DAY_MS);
    expect(dates).toHaveLength(2);
    expect(backtestDates(settings, now, now - 100 * DAY_MS)).toEqual([]);
    expect(backtestDates(settings, now, null)).toEqual([]);
  });
});

describe("diffRules", () => {
  const rule = (key: string, points: number): RuleDefinition => ({
    key,
    label: key,
    category: "usage",
    missing: "ignore",
    signal: { type: "tenure" as const },
    effect: { type: "ramp", from: 0, to: 1, points },
  });

  it("tells what came, what went and what changed, and nothing of the order", () => {
    const before = { rules: [rule("a", 1), rule("b", 2), rule("c", 3)], groups: [] };
    const after = {
      rules: [rule("c", 3), rule("b", 5), rule("d", 4)],
      groups: [{ key: "g", label: "G", capPoints: 5 }],
    };
    const { added, removed, changed, addedGroups } = diffRules(before, after);
    expect(added.map(({ key }) => key)).toEqual(["d"]);
    expect(removed.map(({ key }) => key)).toEqual(["a"]);
    expect(changed).toEqual([[rule("b", 2), rule("b", 5)]]);
    expect(addedGroups).toHaveLength(1);
  });
});
