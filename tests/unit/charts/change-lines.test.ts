import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChangeAmounts, prepareChangeLines } from "@/lib/charts/change-lines";

const anyPoints = fc.double({ min: -80, max: 80, noNaN: true });

const anyChange: fc.Arbitrary<ChangeAmounts> = fc
  .record({
    kinds: fc.uniqueArray(fc.record({ kindKey: fc.string(), takenBack: fc.boolean(), points: anyPoints }), {
      selector: (kind) => `${kind.takenBack} ${kind.kindKey}`,
      maxLength: 10,
    }),
    causes: fc.tuple(anyPoints, anyPoints, anyPoints, anyPoints),
  })
  .map(({ kinds, causes: [time, traits, configuration, unexplainedPoints] }) => ({
    points: [time, traits, configuration, unexplainedPoints, ...kinds.map((kind) => kind.points)].reduce(
      (sum, points) => sum + points,
      0,
    ),
    time: { points: time },
    touchpoints: { kinds },
    traits: { points: traits },
    configuration: { points: configuration },
    unexplainedPoints,
  }));

const change = (given: Partial<ChangeAmounts>): ChangeAmounts => ({
  points: 0,
  time: { points: 0 },
  touchpoints: { kinds: [] },
  traits: { points: 0 },
  configuration: { points: 0 },
  unexplainedPoints: 0,
  ...given,
});

describe("the lines of a change", () => {
  it("add up to what is written above them, to the digit, and to the change itself as far as it is shown", () => {
    fc.assert(
      fc.property(anyChange, (given) => {
        const { lines, points } = prepareChangeLines(given);
        const tenths = lines.reduce((sum, line) => sum + Math.round(line.points * 10), 0);
        expect(tenths).toBe(Math.round(points * 10));
        expect(Math.abs(points - given.points)).toBeLessThan(0.6);
      }),
    );
  });

  it("have bars within the column that all begin or end at the zero line", () => {
    fc.assert(
      fc.property(anyChange, (given) => {
        const { lines, zero } = prepareChangeLines(given);
        for (const { offset, width } of lines) {
          expect(offset).toBeGreaterThanOrEqual(-1e-9);
          expect(offset + width).toBeLessThanOrEqual(100 + 1e-9);
          expect(Math.min(Math.abs(offset - zero), Math.abs(offset + width - zero))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it("are largest first, each with a key of its own, and few", () => {
    fc.assert(
      fc.property(anyChange, (given) => {
        const { lines } = prepareChangeLines(given);
        expect(lines.length).toBeLessThanOrEqual(11);
        expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
        const widths = lines.map((line) => line.width);
        expect(widths).toEqual([...widths].sort((a, b) => b - a));
      }),
    );
  });

  it("leave out what is nothing", () => {
    expect(prepareChangeLines(change({ time: { points: 0.04 } })).lines).toEqual([]);
    expect(prepareChangeLines(change({}))).toEqual({ zero: 0, lines: [], points: 0 });
  });

  it("tell a kind that came from the same kind taken back, and join the seventh kind with those after it", () => {
    const kinds = [8, 7, 6, 5, 4, 3, 2, 1].map((points) => ({ kindKey: `k${points}`, takenBack: false, points }));
    const { lines } = prepareChangeLines(
      change({ touchpoints: { kinds: [...kinds, { kindKey: "k8", takenBack: true, points: -9 }] }, points: 27 }),
    );
    expect(lines.map((line) => [line.cause, line.points])).toEqual([
      ["kind", -9],
      ["kind", 8],
      ["kind", 7],
      ["kind", 6],
      ["other-kinds", 6],
      ["kind", 5],
      ["kind", 4],
    ]);
  });
});
