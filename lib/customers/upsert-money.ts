const digitsOf = new Map<string, number>();

/**
 * An amount in the minor units of its currency, rounded to the nearest: 12.345 EUR is 1235 (none for JPY, three for KWD).
 * @param currency three capital letters
 * @returns undefined when that is no currency
 */
export function toMinorUnits(amount: number, currency: string): number | undefined {
  const digits = fractionDigits(currency);
  if (digits === undefined) return undefined;
  // The smallest step up mends 1.005 * 100 = 100.49999999999999.
  return Math.round(amount * 10 ** digits * (1 + Number.EPSILON));
}

function fractionDigits(currency: string): number | undefined {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}
