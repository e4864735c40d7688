import fc from "fast-check";
import { expect, it } from "vitest";
import { beforeAfterBars } from "@/lib/charts/before-after-bars";

const bins = fc.array(fc.record({ before: fc.nat(1_000_000), after: fc.nat(1_000_000) }), {
  minLength: 1,
  maxLength: 40,
});

it("draws every bin once, within its box, and the fullest up to the top", () => {
  fc.assert(
    fc.property(bins, (all) => {
      const { bars, outline, most } = beforeAfterBars(all);
      expect(bars).toHaveLength(all.length);
      for (const { x, width, y, height } of bars) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(100.01);
        expect(y + height).toBeCloseTo(100, 1);
        expect(height).toBeLessThanOrEqual(100);
      }
      const levels = [...outline.matchAll(/V([\d.]+)/g)].map(([, y]) => Number(y));
      expect(levels).toHaveLength(all.length + 1);
      expect(levels.at(-1)).toBe(100);
      const counts = all.flatMap(({ before, after }) => [before, after]);
      expect(most).toBe(Math.max(1, ...counts));
      if (most === Math.max(...counts)) expect(Math.min(...levels, ...bars.map(({ y }) => y))).toBe(0);
    }),
  );
});

it("tells more from less: a quarter of the customers is half as high", () => {
  const { bars, outline } = beforeAfterBars([
    { before: 100, after: 25 },
    { before: 0, after: 100 },
  ]);
  expect(bars.map(({ height }) => height)).toEqual([50, 100]);
  expect(outline).toBe("M0 100V0H50V100H100V100");
});
