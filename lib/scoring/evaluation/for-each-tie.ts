import type { Predictions, RowCounts } from "@/lib/scoring/evaluation/predictions";

/** Visits groups of rows with equal probability, from the highest down, with how many of them broke up and did not. */
export function forEachTie(
  { rows, order, probabilities, outcomes }: Predictions,
  counts: RowCounts,
  visit: (positives: number, negatives: number) => void,
): void {
  let positives = 0;
  let negatives = 0;
  for (let at = 0; at < rows; at++) {
    const count = counts[order[at] as number] as number;
    if (outcomes[at] === 1) positives += count;
    else negatives += count;
    if (probabilities[at + 1] === probabilities[at]) continue;
    if (positives + negatives > 0) visit(positives, negatives);
    positives = 0;
    negatives = 0;
  }
}
