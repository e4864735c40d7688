import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import { facts, type Happening, journey, NOW_MS } from "./scoring/support/journey";
import { ramp, rule, scorer, step } from "./scoring/support/rules";

const README = readFileSync(resolve(import.meta.dirname, "../../README.md"), "utf8");

/** The chapter of the README up to the next one. */
const chapter = /^## How a score is made\n([\s\S]*?)^## /m.exec(README)?.[1] ?? "";
const [header, , ...rows] = [...chapter.matchAll(/^\|(.*)\|$/gm)].map(([, line = ""]) =>
  line.split("|").map((cell) => cell.trim()),
);

describe("the README's worked example", () => {
  const [baseRate = Number.NaN] = numbersIn(/where (.*?) of customers leave/.exec(chapter)?.[1]);
  const intercept = anchorIntercept(new Float64Array(0), baseRate / 100);
  const score = scorer(readRules(), { model: { intercept, weights: new Map() } }).scoreAt(
    journey(...rows.flatMap(([happened = ""]) => readHappenings(happened))),
    facts(),
    NOW_MS,
  );
  const [start, ...rest] = rows;
  const total = rest.at(-1);
  const reasons = rest.slice(0, -1);

  it("has a table of a start, three reasons and a sum", () => {
    expect(header).toEqual(["what happened", "what it means", "points", "log-odds"]);
    expect(rows).toHaveLength(5);
  });

  it("starts at the base rate", () => {
    expect(start?.slice(2)).toEqual([points(score.intercept), logOdds(score.intercept)]);
  });

  it("has the points and log-odds that the scorer gives, in its order", () => {
    expect(reasons.map((row) => row.slice(2))).toEqual(
      score.reasons.map((reason) => [points(reason.logOdds), logOdds(reason.logOdds)]),
    );
  });

  it("comes to the scorer's log-odds, odds and risk", () => {
    expect(total?.slice(2)).toEqual([points(score.logOdds), logOdds(score.logOdds)]);
    const odds = score.probability / (1 - score.probability);
    expect(total?.[1]).toContain(`odds of ${odds.toFixed(4)}, a risk of ${Math.round(score.probability * 100)} in 100`);
  });
});

describe("the README's commands", () => {
  it("exist in package.json", () => {
    const { scripts } = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8"));
    const asked = [...README.matchAll(/npm run ([a-z-]+)/g)].map(([, name = ""]) => name);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

/** The three rules as the README's list words them. */
function readRules() {
  const said = (label: string) => numbersIn(new RegExp(`^- [*_]${label}[*_]: (.*)$`, "m").exec(chapter)?.[1]);
  const [windowDays = 0, one = 0, two = 0, three = 0] = said("Complaints piling up");
  const [rise = 0, halfLifeDays = 0] = said("Price increase");
  const [off = 0, days = 0] = said("Recent conversation");
  return [
    rule({
      key: "complaints-piling-up",
      signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays },
      effect: step([1, one], [2, two], [3, three]),
    }),
    rule({
      key: "price-increase",
      signal: { type: "decayed-sum", filter: { kinds: ["price-increase"] }, halfLifeDays, measure: "count" },
      effect: ramp(0, 1, rise),
    }),
    rule({
      key: "recent-conversation",
      signal: { type: "days-since", filter: { kinds: ["call"] } },
      effect: ramp(days, 0, -off),
    }),
  ];
}

/** “complaints 50, 24 and 3 days ago” as three complaints. */
function readHappenings(text: string): Happening[] {
  const kind = ["complaint", "price-increase", "call"].find((key) => text.startsWith(key.replace("-", " ")));
  return kind === undefined ? [] : numbersIn(text).map((daysAgo) => ({ kind, daysAgo }));
}

function numbersIn(text = ""): number[] {
  return [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
}

function points(value: number): string {
  return signed(pointsFromLogOdds(value), 1);
}

function logOdds(value: number): string {
  return signed(value, 4);
}

/** A number with its sign and a true minus, as the README writes it. */
function signed(value: number, digits: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;
}
