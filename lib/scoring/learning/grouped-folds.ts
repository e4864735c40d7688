import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";

/** Row numbers to fit on and row numbers to look at. */
export interface Fold {
  readonly training: Uint32Array;
  readonly held: Uint32Array;
}

/**
 * Splits rows into folds that are equal in customers, in an order drawn by the seed. All rows of a customer are in one
 * fold: nothing fitted on the others has seen anything of the customer.
 *
 * @throws RangeError when there are fewer customers than folds, or fewer than two folds.
 */
export function groupedFolds(groups: readonly string[], folds: number, seed: number): readonly Fold[] {
  const names = [...new Set(groups)];
  if (!(Number.isInteger(folds) && folds >= 2)) throw new RangeError(`There must be at least 2 folds, not ${folds}.`);
  if (names.length < folds) throw new RangeError(`${names.length} customers do not fill ${folds} folds.`);
  shuffle(names, seededUniform(seed));
  const foldOf = new Map(names.map((name, at) => [name, at % folds]));
  const foldOfRow = groups.map((group) => foldOf.get(group));
  const rows = Uint32Array.from(groups, (_, row) => row);
  return Array.from({ length: folds }, (_, fold) => ({
    training: rows.filter((row) => foldOfRow[row] !== fold),
    held: rows.filter((row) => foldOfRow[row] === fold),
  }));
}

/** Source: Fisher and Yates, in the form of Durstenfeld 1964. */
function shuffle(names: string[], uniform: () => number): void {
  for (let last = names.length - 1; last > 0; last--) {
    const drawn = Math.floor(uniform() * (last + 1));
    [names[last], names[drawn]] = [names[drawn] as string, names[last] as string];
  }
}
