import { describe, expect, it } from "vitest";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { DAY_MS } from "@/lib/scoring/day";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";
import type { TouchpointColumns } from "@/lib/scoring/types";
import { facts } from "./support/journey";

/**
 * A whole relationship under the default rules, watched week by week: a calm year, a summer of service failures and
 * complaints that nobody answers, then an apology, answers and calls.
 */
const START_MS = Date.UTC(2025, 0, 6);
const kinds = DEFAULT_KINDS.map((kind, at) => ({ ...kind, id: at + 1 }));
const scorer = compileScorer({
  kinds,
  ...DEFAULT_RULE_SET,
  model: { intercept: -2.2, weights: new Map() },
  horizonDays: 90,
});

const story: readonly (readonly [day: number, kind: string])[] = [
  ...Array.from({ length: 180 }, (_, at) => [at * 4, "usage-session"] as const),
  ...Array.from({ length: 24 }, (_, at) => [at * 30 + 3, "call"] as const),
  [400, "service-failure"],
  [415, "service-failure"],
  [420, "complaint"],
  [430, "service-failure"],
  [440, "complaint"],
  [452, "complaint"],
  [455, "new-decision-maker"],
  [470, "apology"],
  [472, "complaint-resolved"],
  [480, "fix-delivered"],
  [485, "check-in"],
  [520, "praise"],
];

const ordered = [...story].sort(([a], [b]) => a - b);
const touchpoints: TouchpointColumns = {
  length: ordered.length,
  occurredAtMs: Float64Array.from(ordered, ([day]) => START_MS + day * DAY_MS),
  kindId: Uint16Array.from(ordered, ([, key]) => kinds.find((kind) => kind.key === key)?.id ?? 0),
  value: new Float64Array(ordered.length).fill(Number.NaN),
  sentiment: new Float64Array(ordered.length).fill(Number.NaN),
};
const known = facts({ startedOnMs: START_MS });
const weeks = Float64Array.from({ length: 95 }, (_, week) => START_MS + (week * 7 + 6.5) * DAY_MS);
const curve = scorer.logOddsAt(touchpoints, known, weeks);
const at = (day: number) => curve[Math.floor(day / 7)] as number;

describe("a relationship over time", () => {
  it("is calm while all goes well, and calmer with the years", () => {
    for (let day = 120; day < 395; day += 7) expect(at(day)).toBeLessThan(-1.9);
    expect(at(390)).toBeLessThan(at(100));
  });

  it("sours with every failure and complaint", () => {
    const souring = [390, 405, 418, 425, 432, 445, 456].map(at);
    expect(souring).toEqual([...souring].sort((a, b) => a - b));
    expect(at(460) - at(390)).toBeGreaterThan(2);
  });

  it("recovers with the apology and the answer, and goes on recovering as time passes", () => {
    expect(at(475)).toBeLessThan(at(460) - 0.8);
    expect(at(490)).toBeLessThan(at(475));
    expect(at(530)).toBeLessThan(at(490));
    expect(at(640)).toBeLessThan(at(390) + 0.6);
  });

  it("is the same seen week by week and seen at once", () => {
    weeks.forEach((asOfMs, week) => {
      expect(scorer.scoreAt(touchpoints, known, asOfMs).logOdds).toBeCloseTo(curve[week] as number, 9);
    });
  });

  it("is the same whether or not the rest of the story is already in the columns", () => {
    weeks.forEach((asOfMs, week) => {
      const length = touchpoints.occurredAtMs.findLastIndex((timeMs) => timeMs <= asOfMs) + 1;
      expect(scorer.logOddsAt({ ...touchpoints, length }, known, [asOfMs])[0]).toBeCloseTo(curve[week] as number, 9);
    });
  });

  it("names what it is about at its worst, in the order of what weighs most", () => {
    const { reasons } = scorer.scoreAt(touchpoints, known, START_MS + 460 * DAY_MS);
    const keys = reasons.map((reason) => reason.ruleKey);
    expect(keys.slice(0, 3).sort()).toEqual([
      "complaints-piling-up",
      "new-decision-maker",
      "repeated-service-failures",
    ]);
    const complaints = reasons.find((reason) => reason.ruleKey === "complaints-piling-up");
    expect(complaints?.touchpoints.map(({ index }) => ordered[index]?.[0])).toEqual([420, 440, 452]);
  });

  it("gives lean contributions that are those of its reasons", () => {
    const asOfMs = START_MS + 460 * DAY_MS;
    const contributions = new Float64Array(scorer.ruleKeys.length);
    scorer.contributionsAt(touchpoints, known, asOfMs, contributions);
    for (const { ruleKey, logOdds } of scorer.scoreAt(touchpoints, known, asOfMs).reasons) {
      expect(contributions[scorer.ruleKeys.indexOf(ruleKey)]).toBe(logOdds);
    }
  });
});
