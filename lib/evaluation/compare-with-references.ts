import { existsSync } from "node:fs";
import { AppError } from "@/lib/errors";
import { readCsv } from "@/lib/evaluation/read-csv";
import { type BootstrapOptions, bootstrap, type Interval } from "@/lib/scoring/evaluation/bootstrap";
import { METRICS } from "@/lib/scoring/evaluation/metrics";
import { orderPredictions, type RowCounts } from "@/lib/scoring/evaluation/predictions";

const COMPARED = ["auc", "averagePrecision", "brier", "logLoss", "ece"] as const;

/** By metric: the best model's minus the reference's, on the same resamples of rows. */
export type PairedDifference = Readonly<Record<(typeof COMPARED)[number], Interval>>;
/** By name of the reference. `rows` are compared: those that both know, with the same outcome. */
export type PairedDifferences = Readonly<Record<string, PairedDifference & { readonly rows: number }>>;

interface PredictedRows {
  readonly ids: readonly string[];
  readonly outcomes: Uint8Array;
  readonly probabilities: Float64Array;
  readonly options: BootstrapOptions;
}

/** So large a share of rows must be the same for a comparison to say anything. */
const LEAST_SHARE = 0.99;

/**
 * Compares predictions row by row with those of other learners in a file with the columns id, y and one for each learner.
 * Without a file there is nothing to compare with.
 *
 * @throws AppError unprocessable when the file is of other rows or other outcomes
 */
export async function compareWithReferences(
  path: string,
  { ids, outcomes, probabilities, options }: PredictedRows,
): Promise<PairedDifferences> {
  if (!existsSync(path)) return {};
  const lines = await readCsv(path);
  const rowById = new Map(lines.map((row) => [row.text("id"), row]));
  const shared = ids.flatMap((id, at) => {
    const row = rowById.get(id);
    return row && row.number("y") === outcomes[at] ? [{ at, row }] : [];
  });
  if (shared.length < LEAST_SHARE * Math.max(ids.length, lines.length)) {
    const message = `Only ${shared.length} of ${ids.length} rows are in the reference predictions with the same outcome.`;
    throw new AppError("unprocessable", message);
  }
  const names = lines[0]?.columns().filter((name) => name !== "id" && name !== "y") ?? [];
  const happened = shared.map(({ at }) => outcomes[at] as number);
  const own = orderPredictions(
    shared.map(({ at }) => probabilities[at] as number),
    happened,
  );
  const references = names.map((name) =>
    orderPredictions(
      shared.map(({ row }) => row.number(name)),
      happened,
    ),
  );
  const measured = COMPARED.map((name) => [name, oncePerResample((counts) => METRICS[name](own, counts))] as const);
  const estimates = references.flatMap((reference) =>
    measured.map(
      ([name, ownOf]) =>
        (counts: RowCounts, at: number) =>
          ownOf(counts, at) - METRICS[name](reference, counts),
    ),
  );
  const intervals = bootstrap(own.rows, estimates, options);
  return Object.fromEntries(
    names.map((name, reference) => {
      const ofReference = COMPARED.map((metric, at) => [metric, intervals[reference * COMPARED.length + at]]);
      return [name, { rows: shared.length, ...Object.fromEntries(ofReference) }];
    }),
  );
}

/** An estimate that many comparisons share is made once for each resample. */
function oncePerResample(estimate: (counts: RowCounts) => number): (counts: RowCounts, resample: number) => number {
  let known = Number.NaN;
  let knownOf = Number.NaN;
  return (counts, resample) => {
    if (resample !== knownOf) known = estimate(counts);
    knownOf = resample;
    return known;
  };
}
