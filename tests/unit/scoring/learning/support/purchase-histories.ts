import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import type { BgNbdParameters, PurchaseHistory } from "@/lib/scoring/learning/bg-nbd";

/** What the histories come from: Gamma(1, 10) rates of purchase and Beta(1, 3) chances to leave. */
export const TRUTH: BgNbdParameters = { r: 1, alpha: 10, a: 1, b: 3 };

/** Customers who buy at a rate of their own for a year, and after each repeat leave with a chance of their own. */
export function purchaseHistories(customers: number): readonly PurchaseHistory[] {
  const uniform = seededUniform(7);
  const exponential = () => -Math.log(1 - uniform());
  // Beta(1, 3) by the inverse of 1 - (1 - p)^3
  return Array.from({ length: customers }, () => simulate(exponential() / 10, 1 - (1 - uniform()) ** (1 / 3), uniform));
}

function simulate(rate: number, leaving: number, uniform: () => number): PurchaseHistory {
  let [repeats, lastAt, now] = [0, 0, 0];
  for (;;) {
    now -= Math.log(1 - uniform()) / rate;
    if (now > 52) break;
    repeats++;
    lastAt = now;
    if (uniform() < leaving) break;
  }
  return { repeats, lastAt, knownFor: 52 };
}
