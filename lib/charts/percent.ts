/**
 * A share from 0 to 1 in per cent, to two places: a tenth of a pixel on the widest screen, and no longer in a page than
 * it has to be.
 */
export function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
