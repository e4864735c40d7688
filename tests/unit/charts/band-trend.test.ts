import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareBandTrend } from "@/lib/charts/band-trend";

const count = fc.integer({ min: 0, max: 1_000_000 });
const counts = fc.record({ calm: count, watch: count, "at-risk": count, critical: count });

describe("the trend of the bands", () => {
  it("is none with fewer than two runs", () => {
    const run = { asOfMs: 0, counts: { calm: 1, watch: 1, "at-risk": 1, critical: 1 } };
    expect(prepareBandTrend([])).toBeNull();
    expect(prepareBandTrend([run])).toBeNull();
    expect(prepareBandTrend([run, run])?.bars).toHaveLength(2);
  });

  it("stacks both bands from zero, the tallest bar full, in proportion to their customers", () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 30 }), (drawn) => {
        const trend = prepareBandTrend(drawn.map((one, at) => ({ asOfMs: at, counts: one })))!;
        const heights = trend.bars.map(({ atRiskHeight, criticalHeight }) => atRiskHeight + criticalHeight);
        const most = Math.max(...trend.bars.map(({ total }) => total));
        expect(Math.max(...heights)).toBeCloseTo(most === 0 ? 0 : 100, 9);
        trend.bars.forEach((bar, at) => {
          expect(bar.total).toBe(bar.counts["at-risk"] + bar.counts.critical);
          expect(heights[at]).toBeCloseTo((bar.total / trend.top) * 100, 9);
        });
      }),
    );
  });
});
