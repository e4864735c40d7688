const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The fold of a row by the FNV-1a hash of its number: rows that follow each other in a pattern are spread evenly. */
export function fnvFold(row: number, folds: number): number {
  let hash = OFFSET_BASIS;
  for (const digit of String(row)) hash = Math.imul(hash ^ digit.charCodeAt(0), PRIME);
  return (hash >>> 0) % folds;
}
