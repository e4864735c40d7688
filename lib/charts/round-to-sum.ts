/**
 * Rounds numbers to `digits` after the point so that the rounded ones still add up to the rounded sum: what is shown in
 * a column can be checked by hand. Each moves by less than one unit of the last digit (largest remainder).
 */
export function roundToSum(values: readonly number[], digits: number): number[] {
  const unit = 10 ** digits;
  const floors = values.map((value) => Math.floor(value * unit));
  const wanted = Math.round(values.reduce((sum, value) => sum + value, 0) * unit);
  let missing = wanted - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = values
    .map((value, index) => ({ index, remainder: value * unit - Math.floor(value * unit) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const units = new Map(floors.map((floor, index) => [index, floor]));
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    units.set(index, (units.get(index) ?? 0) + 1);
    missing -= 1;
  }
  return values.map((_, index) => (units.get(index) ?? 0) / unit);
}
