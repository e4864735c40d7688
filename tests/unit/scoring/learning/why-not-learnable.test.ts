import { describe, expect, it } from "vitest";
import { UNKNOWN_OUTCOME } from "@/lib/scoring/learning/panel";
import { trainOnPanel } from "@/lib/scoring/learning/train-on-panel";
import { LEAST_BREAK_UPS, whyNotLearnable } from "@/lib/scoring/learning/why-not-learnable";
import { panelOf } from "./support/panels";
import { numbers } from "./support/tables";

const ROWS = 160;
const halves = Array.from({ length: ROWS }, (_, row) => row % 2);
const anything = Array.from({ length: ROWS }, (_, row) => (row * 7) % 11);

describe("too little to learn from", () => {
  const withBreakUps = (breakUps: number, rows = ROWS) =>
    Array.from({ length: rows }, (_, row) => Number(row < breakUps));

  it.each([
    ["no row", [], "no customer of the population has a horizon that is over"],
    ["no break-up", withBreakUps(0), "none of the customers broke up"],
    ["nothing but break-ups", withBreakUps(ROWS), "all of the customers broke up"],
    ["one break-up", withBreakUps(1), "1 of the 30 break-ups"],
    ["one too few", withBreakUps(LEAST_BREAK_UPS - 1), "29 of the 30 break-ups"],
    ["hardly anyone who stayed", withBreakUps(ROWS - 5), "Only 5 customers stayed"],
  ])("is refused in plain words: %s", (_, outcomes, words) => {
    expect(whyNotLearnable(outcomes)).toContain(words);
    const result = trainOnPanel({ training: panelOf([numbers("x", anything.slice(0, outcomes.length))], outcomes) });
    expect(result.parameters).toBeNull();
    expect(result.refused).toContain(words);
    expect(result.trainRows).toBe(outcomes.length);
  });

  it("is not any more at 30 of each", () => {
    expect(whyNotLearnable(withBreakUps(30, 60))).toBeNull();
    expect(whyNotLearnable(withBreakUps(30, 59))).toContain("Only 29 customers stayed");
  });

  it("does not count rows of which it is not known what happened", () => {
    const unknown = halves.map(() => UNKNOWN_OUTCOME);
    expect(trainOnPanel({ training: panelOf([numbers("x", anything)], unknown) }).refused).toContain(
      "horizon that is over",
    );
  });
});
