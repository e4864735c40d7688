import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutSparkline, SPARKLINE_BOX, type SparkPoint } from "@/lib/charts/sparkline";

const DAY_MS = 86_400_000;
const TO = Date.UTC(2026, 5, 30);
const FROM = TO - 90 * DAY_MS;

const points = fc
  .array(
    fc.record({
      atMs: fc.integer({ min: FROM - 30 * DAY_MS, max: TO }),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .map((all): SparkPoint[] => all.sort((one, other) => one.atMs - other.atMs));

const numbersOf = (path: string) => [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text));

describe("layoutSparkline", () => {
  it("draws nothing of one score, or of no time", () => {
    expect(layoutSparkline([], FROM, TO)).toBeNull();
    expect(layoutSparkline([{ atMs: FROM, probability: 0.2 }], FROM, TO)).toBeNull();
    const two = [
      { atMs: FROM, probability: 0.2 },
      { atMs: TO, probability: 0.3 },
    ];
    expect(layoutSparkline(two, TO, TO)).toBeNull();
  });

  it("stays inside its box and ends at now, whatever the scores", () => {
    fc.assert(
      fc.property(points, (all) => {
        const line = layoutSparkline(all, FROM, TO);
        expect(line).not.toBeNull();
        for (const number of numbersOf(line?.path ?? "")) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(SPARKLINE_BOX.width);
        }
        expect(line?.end.x).toBe(SPARKLINE_BOX.width - 2);
        expect(line?.end.y).toBeGreaterThanOrEqual(0);
        expect(line?.end.y).toBeLessThanOrEqual(SPARKLINE_BOX.height);
        expect(line?.last).toBe(all.at(-1)?.probability);
      }),
    );
  });

  it("goes up where the risk goes up, in steps, and hardly where it hardly changes", () => {
    const rise = [
      { atMs: FROM, probability: 0.1 },
      { atMs: FROM + 45 * DAY_MS, probability: 0.6 },
    ];
    expect(layoutSparkline(rise, FROM, TO)?.path).toBe("M2 16H32V2H62");
    const still = [
      { atMs: FROM, probability: 0.1 },
      { atMs: FROM + 45 * DAY_MS, probability: 0.11 },
    ];
    expect(layoutSparkline(still, FROM, TO)?.path).toBe("M2 16H32V14.6H62");
  });
});
