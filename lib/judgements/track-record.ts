import type { SettledJudgement } from "./list-settled";

/** Fewer than these say nothing about who judges better. */
export const FEWEST_SETTLED = 10;

/** Half the width of a 95% interval in standard errors. */
const Z_OF_95 = 1.96;

/** How people and the model did where people judged. The figures are hidden while there are too few. */
export type TrackRecord = Readonly<{
  settled: number;
  needed: number;
  figures: null | Readonly<{
    personNearer: number;
    modelNearer: number;
    /** Mean squared errors: 0 is perfect, 0.25 is what saying 50 in 100 every time gets. */
    personError: number;
    modelError: number;
    /** `chance`: the 95% interval of the mean difference holds 0. */
    verdict: "person" | "model" | "chance";
  }>;
}>;

/** Sums up who was nearer, with a verdict that admits chance: a paired comparison of squared errors. */
export function trackRecord(
  settled: readonly Pick<SettledJudgement, "nearer" | "personError" | "modelError">[],
): TrackRecord {
  const n = settled.length;
  if (n < FEWEST_SETTLED) return { settled: n, needed: FEWEST_SETTLED, figures: null };
  const mean = (of: (one: (typeof settled)[number]) => number) => settled.reduce((sum, one) => sum + of(one), 0) / n;
  const difference = mean((one) => one.modelError - one.personError);
  const variance = mean((one) => (one.modelError - one.personError - difference) ** 2) * (n / (n - 1));
  const margin = Z_OF_95 * Math.sqrt(variance / n);
  const count = (who: "person" | "model") => settled.filter(({ nearer }) => nearer === who).length;
  return {
    settled: n,
    needed: FEWEST_SETTLED,
    figures: {
      personNearer: count("person"),
      modelNearer: count("model"),
      personError: mean((one) => one.personError),
      modelError: mean((one) => one.modelError),
      verdict: Math.abs(difference) <= margin ? "chance" : difference > 0 ? "person" : "model",
    },
  };
}
