import type { Interval } from "@/lib/scoring/evaluation/bootstrap";

/**
 * Why a candidate may not be used, in plain words, or null when it may: it must tell customers who break up from those who
 * stay beyond doubt, so the whole interval of its area under the curve must lie above 0.5.
 */
export function refuseModel({ value, low, high }: Interval, rows: number): string | null {
  if (low > 0.5) return null;
  const measured = `AUC ${value.toFixed(3)}, 95% interval ${low.toFixed(3)} to ${high.toFixed(3)}, on ${rows} customers`;
  if (Number.isNaN(low)) return "Nothing can be said: the rows to test on have only one kind of outcome.";
  if (high < 0.5)
    return `On customers it had not seen, the model is worse than guessing (${measured}): it is not used.`;
  return (
    `On customers it had not seen, the model cannot be told from guessing: the interval includes 0.5 (${measured}). ` +
    "What is known of these customers does not say who will break up, so no model is used."
  );
}
