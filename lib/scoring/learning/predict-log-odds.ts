import type { AdditiveModel, Term } from "@/lib/scoring/learning/additive-model";
import { encodeValue } from "@/lib/scoring/learning/encode-value";
import type { Column, Table } from "@/lib/scoring/learning/table";

/** The log-odds of every row: the intercept plus what each term contributes. */
export function predictLogOdds(model: AdditiveModel, table: Table): Float64Array {
  const logOdds = new Float64Array(table.rows).fill(model.intercept);
  for (const contributions of contributionsOf(model, table)) {
    contributions.forEach((contribution, row) => {
      logOdds[row] = (logOdds[row] as number) + contribution;
    });
  }
  return logOdds;
}

/** What each term, in the order of the model, contributes to the log-odds of each row. */
export function contributionsOf(model: AdditiveModel, table: Table): readonly Float64Array[] {
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  return model.terms.map((term) => {
    const column = columns.get(term.column);
    if (!column) throw new RangeError(`The table has no column "${term.column}".`);
    return contributionsOfTerm(term, column, table.rows);
  });
}

function contributionsOfTerm({ encoding, coefficients }: Term, column: Column, rows: number): Float64Array {
  const encoded = new Float64Array(coefficients.length);
  const contributions = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    encodeValue(encoding, column, row, encoded.fill(0), 0);
    let sum = 0;
    for (let at = 0; at < coefficients.length; at++) sum += (coefficients[at] as number) * (encoded[at] as number);
    contributions[row] = sum;
  }
  return contributions;
}
