import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import type { TrainingPredictions } from "@/lib/scoring/learning/training-predictions";

const MODELS = ["constant", "rules", "plain", "best"] as const;

/** Writes one line for each row: the customer, the instant, what happened and the probability that each model gave. */
export async function writePredictions(path: string, predictions: TrainingPredictions): Promise<void> {
  const lines = predictions.ids.map((id, row) => [
    id,
    new Date(predictions.asOfMs[row] as number).toISOString(),
    predictions.outcomes[row],
    ...MODELS.map((model) => predictions[model][row]),
  ]);
  const columns = ["id", "asOf", "y", ...MODELS];
  await pipeline(Readable.from(lines), stringify({ header: true, columns }), createWriteStream(path));
}
