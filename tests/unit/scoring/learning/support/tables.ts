import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import type { Column, LabelledTable } from "@/lib/scoring/learning/table";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

export function numbers(name: string, values: readonly number[]): Column {
  return { type: "numeric", name, values: Float64Array.from(values) };
}

export function categories(name: string, values: readonly string[]): Column {
  return { type: "category", name, values };
}

/** A table in which every row is a customer of its own, unless groups are given. */
export function labelled(
  columns: readonly Column[],
  outcomes: readonly number[],
  groups: readonly string[] = outcomes.map((_, row) => `customer ${row}`),
): LabelledTable {
  return { rows: outcomes.length, columns, outcomes: Uint8Array.from(outcomes), groups };
}

export interface Truth {
  readonly rows: number;
  readonly seed: number;
  /** The log-odds of a break-up of a customer with the number x, from -3 to 3, and the plan. */
  readonly logOdds: (x: number, plan: "basic" | "pro") => number;
}

/** Customers whose break-ups follow a known truth: a number `x`, a category `plan` and a number without meaning. */
export function simulated({ rows, seed, logOdds }: Truth): LabelledTable {
  const uniform = seededUniform(seed);
  const drawn = Array.from({ length: rows }, () => {
    const x = 6 * uniform() - 3;
    const plan = uniform() < 0.5 ? "basic" : "pro";
    return { x, plan, noise: uniform(), outcome: Number(uniform() < sigmoid(logOdds(x, plan))) };
  });
  return labelled(
    [
      numbers(
        "x",
        drawn.map((one) => one.x),
      ),
      numbers(
        "noise",
        drawn.map((one) => one.noise),
      ),
      categories(
        "plan",
        drawn.map((one) => one.plan),
      ),
    ],
    drawn.map((one) => one.outcome),
  );
}
