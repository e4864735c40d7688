import { describe, expect, it } from "vitest";
import { LOG_ODDS_PER_POINT } from "@/lib/scoring/points";
import { compileGroupCaps } from "@/lib/scoring/rules/compile-group-caps";
import { each, facts, journey, NOW_MS } from "../support/journey";
import { rule, scorer, step } from "../support/rules";

const groups = [
  { key: "sour", label: "Sour", capPoints: 30 },
  { key: "sweet", label: "Sweet", capPoints: 10 },
];

/** Points after the caps, for rules of the given groups with the given points before them. */
function capped(...given: readonly (readonly [group: string | undefined, points: number])[]): readonly number[] {
  const rules = given.map(([group], at) => rule({ key: `rule-${at}`, ...(group === undefined ? {} : { group }) }));
  const contributions = Float64Array.from(given, ([, points]) => points * LOG_ODDS_PER_POINT);
  compileGroupCaps({ rules, groups })(contributions);
  return [...contributions].map((logOdds) => Math.round((logOdds / LOG_ODDS_PER_POINT) * 1e9) / 1e9);
}

describe("the cap of a group", () => {
  it("leaves alone what stays within it", () => {
    expect(capped(["sour", 10], ["sour", 20])).toEqual([10, 20]);
    expect(capped(["sour", -30], ["sweet", 4])).toEqual([-30, 4]);
  });

  it("scales all members alike", () => {
    expect(capped(["sour", 40], ["sour", 20])).toEqual([20, 10]);
    expect(capped(["sweet", -15], ["sweet", -5])).toEqual([-7.5, -2.5]);
  });

  it("scales by the sum, also where members pull in different directions", () => {
    expect(capped(["sour", 80], ["sour", -20])).toEqual([40, -10]);
    expect(capped(["sour", 80], ["sour", -80])).toEqual([80, -80]);
  });

  it("touches nobody else", () => {
    expect(capped([undefined, 200], ["sour", 60], ["sweet", 5], ["sour", 0])).toEqual([200, 30, 5, 0]);
  });

  it("does nothing for a group without members", () => {
    expect(capped([undefined, 99])).toEqual([99]);
  });
});

describe("a score with a group", () => {
  const count = (key: string, kind: string, points: number) =>
    rule({
      key,
      group: "sour",
      signal: { type: "count", filter: { kinds: [kind] }, windowDays: 60 },
      effect: step([1, points]),
    });
  const capping = scorer([count("complaints", "complaint", 40), count("returns", "return", 20)], { groups });

  it("caps the reasons and their touchpoints alike", () => {
    const { logOdds, reasons } = capping.scoreAt(
      journey(...each("complaint", 9, 3), ...each("return", 5)),
      facts(),
      NOW_MS,
    );
    expect(logOdds).toBeCloseTo(30 * LOG_ODDS_PER_POINT, 12);
    expect(reasons.map(({ ruleKey, points }) => [ruleKey, points])).toEqual([
      ["complaints", expect.closeTo(20, 9)],
      ["returns", expect.closeTo(10, 9)],
    ]);
    expect(reasons[0]?.touchpoints).toEqual([
      { index: 0, logOdds: expect.closeTo(10 * LOG_ODDS_PER_POINT, 12) },
      { index: 2, logOdds: expect.closeTo(10 * LOG_ODDS_PER_POINT, 12) },
    ]);
  });

  it("does not cap one of them alone", () => {
    const { reasons } = capping.scoreAt(journey(...each("return", 5)), facts(), NOW_MS);
    expect(reasons.map((reason) => reason.points)).toEqual([expect.closeTo(20, 9)]);
  });
});
