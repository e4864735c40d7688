/** Row numbers to fit on and row numbers to look at. */
export interface Fold {
  readonly training: Uint32Array;
  readonly held: Uint32Array;
}

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Splits rows into folds that are equal in customers, in the order of a hash of the customer and the seed: whatever order
 * rows come in, a customer is in the same fold. All rows of a customer are in one fold: nothing fitted on the others has
 * seen anything of the customer.
 *
 * @throws RangeError when there are fewer customers than folds, or fewer than two folds.
 */
export function groupedFolds(groups: readonly string[], folds: number, seed: number): readonly Fold[] {
  const names = [...new Set(groups)];
  if (!(Number.isInteger(folds) && folds >= 2)) throw new RangeError(`There must be at least 2 folds, not ${folds}.`);
  if (names.length < folds) throw new RangeError(`${names.length} customers do not fill ${folds} folds.`);
  const hashed = names.map((name) => ({ name, hash: hashOf(name, seed) }));
  hashed.sort((one, other) => one.hash - other.hash || (one.name < other.name ? -1 : 1));
  const foldOf = new Map(hashed.map(({ name }, at) => [name, at % folds]));
  const foldOfRow = groups.map((group) => foldOf.get(group));
  const rows = Uint32Array.from(groups, (_, row) => row);
  return Array.from({ length: folds }, (_, fold) => ({
    training: rows.filter((row) => foldOfRow[row] !== fold),
    held: rows.filter((row) => foldOfRow[row] === fold),
  }));
}

/**
 * FNV-1a over UTF-16 units after the seed, then mixed, since names that differ in the last unit alone must not stay
 * neighbours. Sources: Fowler, Noll and Vo; the finaliser of MurmurHash3 (Appleby).
 */
function hashOf(name: string, seed: number): number {
  let hash = Math.imul(OFFSET_BASIS ^ seed, PRIME);
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
