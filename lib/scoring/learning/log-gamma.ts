const COEFFICIENTS = [
  0.999_999_999_999_809_9, 676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
] as const;
const SHIFT = 7;

/**
 * ln of the gamma function for x > 0, to about 14 digits.
 * Source: Lanczos 1964, A precision approximation of the gamma function, with g = 7 and nine terms.
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x - 1 + SHIFT + 0.5;
  let sum: number = COEFFICIENTS[0];
  for (let term = 1; term < COEFFICIENTS.length; term++) sum += (COEFFICIENTS[term] as number) / (x - 1 + term);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}
