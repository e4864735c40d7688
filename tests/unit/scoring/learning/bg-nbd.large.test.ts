import { describe, expect, it } from "vitest";
import { fitBgNbd } from "@/lib/scoring/learning/bg-nbd";
import { purchaseHistories } from "./support/purchase-histories";

describe("fitBgNbd on thousands of customers", () => {
  it("comes close to the truth it was simulated from", () => {
    const { r, alpha, a, b } = fitBgNbd(purchaseHistories(3_000));
    expect(r).toBeGreaterThan(0.85);
    expect(r).toBeLessThan(1.15);
    expect(alpha / r).toBeGreaterThan(8.5);
    expect(alpha / r).toBeLessThan(11.5);
    expect(a / (a + b)).toBeGreaterThan(0.2);
    expect(a / (a + b)).toBeLessThan(0.3);
  });
});
