/** sign(x) ln(1 + |x|): close to x near 0, and close to a logarithm far from it, for numbers of either sign. */
export function signedLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}
