import { describe, expect, it } from "vitest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { chooseDesign } from "@/lib/scoring/learning/choose-design";
import { crossValidate, meanLogLoss, splitFolds } from "@/lib/scoring/learning/cross-validate";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";
import type { DerivedColumn } from "@/lib/scoring/learning/learned-parameters";
import { withDerived } from "@/lib/scoring/learning/with-derived";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { labelled, numbers, simulated } from "./support/tables";

const NOTHING_FIXED = { fixed: new Map() };

/** Customers of so many numbers from 0 to 1, whose log-odds follow the first two. */
function following(
  logOdds: (one: number, other: number) => number,
  size: { rows: number; columns: number; seed: number },
) {
  const uniform = seededUniform(size.seed);
  const drawn = Array.from({ length: size.rows }, () => Array.from({ length: size.columns }, uniform));
  return labelled(
    Array.from({ length: size.columns }, (_, column) =>
      numbers(
        `n${column}`,
        drawn.map((row) => row[column] as number),
      ),
    ),
    drawn.map(([one = 0, other = 0]) => Number(uniform() < sigmoid(logOdds(one, other)))),
  );
}

const foldsOf = (groups: readonly string[]) => groupedFolds(groups, 2, 7);

describe("chooseDesign", () => {
  it("gives the log loss that its design has over held-out rows", () => {
    const table = simulated({ rows: 300, seed: 5, logOdds: (x) => 2 * x });
    const folds = foldsOf(table.groups);
    const { design, derived, logLoss } = chooseDesign(table, folds, NOTHING_FIXED);
    expect(derived).toEqual([]);
    expect(logLoss).toBe(meanLogLoss(crossValidate(splitFolds(table, folds), design), table.outcomes));
  });

  it("takes another shape or strength only where it lowers that loss, of those that may be chosen", () => {
    const table = simulated({ rows: 300, seed: 6, logOdds: (x) => x });
    const folds = foldsOf(table.groups);
    const { design, logLoss } = chooseDesign(table, folds, NOTHING_FIXED);
    const own = splitFolds(table, folds);
    const lossOf = (changed: Partial<typeof design>) =>
      meanLogLoss(crossValidate(own, { ...design, ...changed }), table.outcomes);
    for (const priorSd of [0.05, 0.1, 0.2, 0.5, 1]) expect(lossOf({ priorSd })).toBeGreaterThan(logLoss - 1e-4);
    expect([...design.shapes.keys()]).toEqual(["x", "noise"]);
    expect(new Set(design.shapes.values()).size).toBe(1);
  });

  it("bends a line where break-ups turn, unless there are more than twelve numbers", () => {
    const turning = (one: number) => (one < 0.5 ? 12 * (0.25 - one) : 12 * (one - 0.75));
    const shapeOf = (columns: number) => {
      const table = following(turning, { rows: 400, columns, seed: 11 });
      return chooseDesign(table, foldsOf(table.groups), NOTHING_FIXED).design.shapes.get("n0");
    };
    expect(shapeOf(2)).toBe("hinges");
    expect(shapeOf(12)).toBe("hinges");
    expect(shapeOf(13)).not.toBe("hinges");
  });

  it("shrinks numbers that mean nothing as strongly as it can, and those that tell all as little", () => {
    const priorSdOf = (logOdds: (one: number) => number) => {
      const table = following(logOdds, { rows: 400, columns: 2, seed: 12 });
      return chooseDesign(table, foldsOf(table.groups), NOTHING_FIXED).design.priorSd;
    };
    expect(priorSdOf(() => 0)).toBe(0.05);
    expect(priorSdOf((one) => 60 * (one - 0.5))).toBe(1);
  });

  it("leaves what is fixed as it is, and trusts points as far as it is told", () => {
    const table = simulated({ rows: 200, seed: 8, logOdds: (x) => x });
    const fixed = new Map([["x", "omit"] as const]);
    const { design } = chooseDesign(table, foldsOf(table.groups), { fixed, trust: 0.25 });
    expect(design.shapes.get("x")).toBe("omit");
    expect(design.shapes.get("noise")).not.toBe("omit");
    expect(design.trust).toBe(0.25);
    expect(chooseDesign(table, foldsOf(table.groups), { fixed }).design).not.toHaveProperty("trust");
  });

  it("makes a ratio that break-ups follow, in the shape of the numbers it is made of, and none that they do not", () => {
    const table = following((one, other) => 4 * (one / (other + 0.01) > 1 ? 1 : -1), {
      rows: 400,
      columns: 3,
      seed: 9,
    });
    const candidates: readonly DerivedColumn[] = [
      { type: "ratio", name: "useless", numerator: "n2", denominator: "n2" },
      { type: "ratio", name: "n0 / n1", numerator: "n0", denominator: "n1" },
    ];
    const folds = foldsOf(table.groups);
    const { design, derived, logLoss } = chooseDesign(table, folds, { ...NOTHING_FIXED, candidates });
    expect(derived).toEqual([candidates[1]]);
    expect(design.shapes.get("n0 / n1")).toBe(design.shapes.get("n0"));
    expect(design.shapes.has("useless")).toBe(false);
    const own = splitFolds(withDerived(table, derived), folds);
    expect(logLoss).toBe(meanLogLoss(crossValidate(own, design), table.outcomes));
  });

  it("reports each choice with the loss it came to", () => {
    const table = simulated({ rows: 200, seed: 10, logOdds: (x) => x });
    const reports: string[] = [];
    const { design, logLoss } = chooseDesign(table, foldsOf(table.groups), {
      ...NOTHING_FIXED,
      report: (line) => reports.push(line),
    });
    expect(reports).toEqual([
      expect.stringMatching(/^one shape for all numbers: log loss 0\.\d{5}$/),
      `prior width ${design.priorSd}: log loss ${logLoss.toFixed(5)}`,
      `0 derived columns: log loss ${logLoss.toFixed(5)}`,
    ]);
  });
});
