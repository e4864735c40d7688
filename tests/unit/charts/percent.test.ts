import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percent } from "@/lib/charts/percent";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("a place in per cent", () => {
  it("is at most half a hundredth from the true one, and never written longer than that", () => {
    fc.assert(
      fc.property(share, (x) => {
        expect(Math.abs(percent(x) - x * 100)).toBeLessThanOrEqual(0.005 + 1e-9);
        expect(String(percent(x)).length).toBeLessThanOrEqual("100.00".length);
      }),
    );
  });

  it("keeps the order of places, and the ends where they are", () => {
    fc.assert(fc.property(share, share, (a, b) => (percent(a) - percent(b)) * (a - b) >= 0));
    expect([percent(0), percent(1)]).toEqual([0, 100]);
  });
});
