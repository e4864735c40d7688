import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";

/** Writes one line for each row: its id, what happened and the probability that each model gave. */
export async function writePredictions(
  path: string,
  rows: Readonly<{ ids: readonly string[]; outcomes: Uint8Array }>,
  predictions: ReadonlyMap<string, Float64Array>,
): Promise<void> {
  const lines = rows.ids.map((id, row) => [
    id,
    rows.outcomes[row],
    ...[...predictions.values()].map((probabilities) => probabilities[row]),
  ]);
  const columns = ["id", "y", ...predictions.keys()];
  await pipeline(Readable.from(lines), stringify({ header: true, columns }), createWriteStream(path));
}
