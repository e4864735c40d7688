/**
 * Values that cut ascending numbers into parts of about equal size: distinct, ascending, above the smallest number. Fewer
 * than asked for when many numbers are alike.
 */
export function quantileCuts(ascending: Float64Array, parts: number): readonly number[] {
  const cuts: number[] = [];
  const smallest = ascending[0] as number;
  for (let part = 1; part < parts; part++) {
    const cut = ascending[Math.floor((part * ascending.length) / parts)] as number;
    if (cut > (cuts.at(-1) ?? smallest)) cuts.push(cut);
  }
  return cuts;
}
