/** Money as the API gives it. */
export type Money = Readonly<{ amountMinor: number; currency: string }>;

/** Nothing where the amount is not known. */
export function moneyOf(amountMinor: number | null, currency: string): Money | null {
  return amountMinor === null ? null : { amountMinor, currency };
}
