import type { AdditiveModel } from "@/lib/scoring/learning/additive-model";
import { contributionOf } from "@/lib/scoring/learning/contribution-of";
import type { Table } from "@/lib/scoring/learning/table";

/** The log-odds of every row: the intercept plus what each term contributes, in their order. */
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
    return Float64Array.from({ length: table.rows }, (_, row) =>
      contributionOf(term, column.values[row] as number | string),
    );
  });
}
