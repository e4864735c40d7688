import { existsSync } from "node:fs";
import { AppError } from "@/lib/errors";
import { type CsvRow, readCsv } from "@/lib/evaluation/read-csv";
import { type BootstrapOptions, bootstrap, type Interval } from "@/lib/scoring/evaluation/bootstrap";
import { METRICS } from "@/lib/scoring/evaluation/metrics";
import { orderPredictions, type RowCounts } from "@/lib/scoring/evaluation/predictions";

const COMPARED = ["auc", "averagePrecision", "brier", "logLoss", "ece"] as const;

/** By metric: the best model's minus the reference's, on the same resamples of rows. */
export type PairedDifference = Readonly<Record<(typeof COMPARED)[number], Interval>>;

interface PredictedRows {
  readonly ids: readonly string[];
  readonly outcomes: Uint8Array;
  readonly probabilities: Float64Array;
}

/**
 * Compares predictions row by row with those of other learners in a file with the columns id, y and one for each learner.
 * Without a file there is nothing to compare with.
 *
 * @throws AppError unprocessable when the file is of other rows or other outcomes
 */
export async function compareWithReferences(
  path: string,
  { ids, outcomes, probabilities }: PredictedRows,
  options: BootstrapOptions,
): Promise<Readonly<Record<string, PairedDifference>>> {
  if (!existsSync(path)) return {};
  const rowById = new Map((await readCsv(path)).map((row) => [row.text("id"), row]));
  const rows = ids.map((id, at) => matchingRow(rowById, id, outcomes[at] as number));
  const names =
    rowById
      .values()
      .next()
      .value?.columns()
      .filter((name) => name !== "id" && name !== "y") ?? [];
  const own = orderPredictions(probabilities, outcomes);
  const references = names.map((name) =>
    orderPredictions(
      rows.map((row) => row.number(name)),
      outcomes,
    ),
  );
  const differences = references.flatMap((reference) =>
    COMPARED.map((name) => (counts: RowCounts) => METRICS[name](own, counts) - METRICS[name](reference, counts)),
  );
  const intervals = bootstrap(own.rows, differences, options);
  return Object.fromEntries(
    names.map((name, reference) => {
      const ofReference = COMPARED.map((metric, at) => [metric, intervals[reference * COMPARED.length + at]]);
      return [name, Object.fromEntries(ofReference)];
    }),
  );
}

function matchingRow(rowById: ReadonlyMap<string, CsvRow>, id: string, outcome: number): CsvRow {
  const row = rowById.get(id);
  if (row?.number("y") === outcome) return row;
  throw new AppError("unprocessable", `The reference predictions do not have row ${id} with the outcome ${outcome}.`);
}
