import { expect, it } from "vitest";
import { mostPointsOf } from "@/lib/scoring/most-points-of";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";

const about = { key: "complaints", label: "Complaints", category: "complaint" } as const;
const when = { days: 30 } as never;
const rule = (effect: RuleDefinition["effect"], capPoints?: number) =>
  ({ ...about, when, effect, ...(capPoints === undefined ? {} : { capPoints }) }) as RuleDefinition;

it.each([
  ["points of a condition", rule({ type: "points", points: 12 }), 12],
  ["the end of a ramp", rule({ type: "ramp", from: 0, to: 5, points: -9 }), -9],
  [
    "the strongest step, whatever its sign",
    rule({
      type: "step",
      thresholds: [
        { from: 0, points: -30 },
        { from: 5, points: 20 },
      ],
    }),
    -30,
  ],
  ["no more than the cap", rule({ type: "points", points: 40 }, 25), 25],
  ["no less than the cap", rule({ type: "points", points: -40 }, 25), -25],
  ["nothing without steps", rule({ type: "step", thresholds: [] }), 0],
])("is %s", (_, given, most) => {
  expect(mostPointsOf(given)).toBe(most);
});
