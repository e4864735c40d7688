import type { PurchaseHistory } from "@/lib/scoring/learning/bg-nbd";

const WEEK_DAYS = 7;

/** What was known of a customer's purchases at the end of a day, in weeks; undefined before the first. */
export function historyAt(purchaseDays: readonly number[], asOfDay: number): PurchaseHistory | undefined {
  const known = purchaseDays.filter((day) => day <= asOfDay);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    repeats: known.length - 1,
    lastAt: (last - first) / WEEK_DAYS,
    knownFor: (asOfDay - first) / WEEK_DAYS,
  };
}
