import type { AdditiveModel, ModelDesign } from "@/lib/scoring/learning/additive-model";
import { encodeValue } from "@/lib/scoring/learning/encode-value";
import { type Encoding, widthOf } from "@/lib/scoring/learning/encoding";
import { fitEncoding } from "@/lib/scoring/learning/fit-encoding";
import type { Column, LabelledTable } from "@/lib/scoring/learning/table";
import { fitMapLogistic } from "@/lib/scoring/model/fit/fit-map-logistic";

/** How far, in units of its weight, a rule may lie from what its admin stated, before any data. */
const DEFAULT_TRUST = 0.5;

interface Place {
  readonly column: Column;
  readonly encoding: Encoding;
  readonly start: number;
}

/** Fits encodings and coefficients to all rows of the table, the latter to the optimum of a logistic regression. */
export function fitAdditiveModel(
  table: LabelledTable,
  { shapes, priorSd, trust = DEFAULT_TRUST }: ModelDesign,
): AdditiveModel {
  const places: Place[] = [];
  let columns = 1;
  for (const column of table.columns) {
    const encoding = fitEncoding(column, shapes.get(column.name) ?? "linear", table.outcomes);
    if (!encoding) continue;
    places.push({ column, encoding, start: columns });
    columns += widthOf(encoding);
  }
  const priorMeans = new Float64Array(columns);
  const priorSds = new Float64Array(columns).fill(priorSd);
  priorSds[0] = Number.POSITIVE_INFINITY;
  for (const { encoding, start } of places) {
    if (encoding.type !== "points") continue;
    priorMeans[start] = 1;
    priorSds[start] = trust;
  }
  const { coefficients } = fitMapLogistic({
    rows: table.rows,
    columns,
    design: writeDesign(table.rows, columns, places),
    outcomes: table.outcomes,
    priorMeans,
    priorSds,
  });
  return {
    intercept: coefficients[0] as number,
    terms: places.map(({ column, encoding, start }) => ({
      column: column.name,
      encoding,
      coefficients: [...coefficients.subarray(start, start + widthOf(encoding))],
    })),
  };
}

function writeDesign(rows: number, columns: number, places: readonly Place[]): Float64Array {
  const design = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    design[row * columns] = 1;
    for (const { column, encoding, start } of places) {
      encodeValue(encoding, column.values[row] as number | string, design, row * columns + start);
    }
  }
  return design;
}
