import { describe, expect, it } from "vitest";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { createPurchaseRhythm } from "@/lib/scoring/learning/purchase-rhythm";
import { customerOf, inactivitySetup, noon } from "./support/customers";

function signalsOf(customers: readonly CustomerCase[]) {
  const rhythm = createPurchaseRhythm(inactivitySetup(), noon(400));
  for (const customer of customers) rhythm.visit(customer);
  return rhythm.signals();
}

describe("the rhythm of purchases", () => {
  it("takes every second customer when there are more than five thousand, whatever their order", () => {
    const many = Array.from({ length: 5_002 }, (_, at) =>
      customerOf(
        `c${String(at).padStart(4, "0")}`,
        [at % 50, 60 + (at % 37) * (at % 2 ? 1 : 9)].map((day) => ({ day, kind: "purchase" })),
      ),
    );
    const everySecond = many.filter((_, at) => at % 2 === 0);
    const signals = signalsOf([...many].reverse());
    expect(signals).toHaveLength(1);
    expect(signals).toEqual(signalsOf(everySecond));
  });
});
