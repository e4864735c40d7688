import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutCurve } from "@/lib/journey/layout-curve";
import { type LaneTouchpoint, layoutLanes } from "@/lib/journey/layout-lanes";
import { layoutStretches } from "@/lib/journey/layout-stretches";
import { layoutTimeline } from "@/lib/journey/layout-timeline";
import { timeScale } from "@/lib/journey/time-scale";
import { CATEGORIES } from "@/lib/kinds/categories";
import { DAY_MS } from "@/lib/scoring/day";

const FROM_MS = Date.UTC(2026, 0, 1);
const RANGE = { fromMs: FROM_MS, toMs: FROM_MS + 100 * DAY_MS };
const day = (days: number) => FROM_MS + days * DAY_MS;

function touchpoint(days: number, given: Partial<LaneTouchpoint> = {}): LaneTouchpoint {
  return { occurredAtMs: day(days), category: "usage", valence: 0, points: 0, ...given };
}

describe("the scale", () => {
  it("runs from 0 to 1 over the range, and on beyond it", () => {
    const xOf = timeScale(RANGE);
    expect([0, 25, 100, 150, -50].map((days) => xOf(day(days)))).toEqual([0, 0.25, 1, 1.5, -0.5]);
  });

  it("is 0 everywhere when the range is empty", () => {
    expect(timeScale({ fromMs: FROM_MS, toMs: FROM_MS })(day(3))).toBe(0);
  });
});

describe("lanes", () => {
  it("are those of the categories that occur, in the order of the catalogue", () => {
    const lanes = layoutLanes(
      [touchpoint(3, { category: "promise" }), touchpoint(1), touchpoint(2, { category: "complaint" })],
      RANGE,
      50,
    );
    expect(lanes.map((lane) => lane.category)).toEqual(["usage", "complaint", "promise"]);
  });

  it("mark each touchpoint at its place", () => {
    expect(layoutLanes([touchpoint(10, { valence: -1, points: 8 }), touchpoint(50)], RANGE, 100)).toEqual([
      {
        category: "usage",
        count: 2,
        marks: [
          { x: expect.closeTo(0.1, 12), touchpoints: [0], points: 8, valence: -1 },
          { x: 0.5, touchpoints: [1], points: 0, valence: 0 },
        ],
      },
    ]);
  });

  it("make one mark of what would lie on top of each other", () => {
    const crowd = [
      touchpoint(10.2, { valence: 1, points: -3 }),
      touchpoint(10.6, { valence: 0, points: 2 }),
      touchpoint(30, { valence: 1 }),
      touchpoint(10.4, { valence: -1, points: -5 }),
    ];
    const [lane] = layoutLanes(crowd, RANGE, 10);
    expect(lane?.marks).toEqual([
      { x: expect.closeTo(0.104, 12), touchpoints: [0, 1, 3], points: -5, valence: -1 },
      { x: 0.3, touchpoints: [2], points: 0, valence: 1 },
    ]);
  });

  it("leave out what is not in the range, but not what is on its edges", () => {
    const [lane] = layoutLanes([touchpoint(-1), touchpoint(0), touchpoint(100), touchpoint(100.1)], RANGE, 20);
    expect(lane?.marks.map((mark) => [mark.x, mark.touchpoints])).toEqual([
      [0, [1]],
      [1, [2]],
    ]);
  });

  it("are none without touchpoints", () => {
    expect(layoutLanes([], RANGE, 20)).toEqual([]);
    expect(layoutLanes([touchpoint(101)], RANGE, 20)).toEqual([]);
  });

  it("have no more marks than slots, and every touchpoint in one of them", () => {
    const anyTouchpoint = fc
      .record({ days: fc.double({ min: -10, max: 110, noNaN: true }), category: fc.constantFrom(...CATEGORIES) })
      .map(({ days, category }) => touchpoint(days, { category }));
    fc.assert(
      fc.property(
        fc.array(anyTouchpoint, { maxLength: 200 }),
        fc.integer({ min: 1, max: 40 }),
        (touchpoints, slots) => {
          const lanes = layoutLanes(touchpoints, RANGE, slots);
          const shown = lanes.flatMap((lane) => lane.marks.flatMap((mark) => mark.touchpoints));
          const inside = touchpoints.filter(({ occurredAtMs: ms }) => ms >= RANGE.fromMs && ms <= RANGE.toMs);
          expect(shown).toHaveLength(inside.length);
          expect(new Set(shown).size).toBe(shown.length);
          for (const { marks, count } of lanes) {
            expect(marks.length).toBeLessThanOrEqual(slots);
            expect(marks.reduce((sum, mark) => sum + mark.touchpoints.length, 0)).toBe(count);
            const xs = marks.map((mark) => mark.x);
            expect(xs).toEqual([...xs].sort((a, b) => a - b));
            for (const x of xs) expect(x >= -1e-9 && x <= 1 + 1e-9).toBe(true);
          }
        },
      ),
    );
  });

  it("cope with a hundred thousand touchpoints in one slot", () => {
    const crowd = Array.from({ length: 100_000 }, () => touchpoint(5));
    const [lane] = layoutLanes(crowd, RANGE, 10);
    expect(lane).toMatchObject({ count: 100_000, marks: [{ x: expect.closeTo(0.05, 6) }] });
  });
});

describe("the curve", () => {
  const known = (days: number, probability: number) => ({ atMs: day(days), probability });

  it("is a line through what is known", () => {
    expect(layoutCurve([known(0, 0.1), known(50, 0.4), known(100, 0.2)], RANGE)).toEqual([
      [
        { x: 0, y: 0.1 },
        { x: 0.5, y: 0.4 },
        { x: 1, y: 0.2 },
      ],
    ]);
  });

  it("keeps gaps as gaps", () => {
    const curve = [known(0, 0.1), known(10, 0.2), known(20, Number.NaN), known(25, Number.NaN), known(30, 0.3)];
    expect(layoutCurve(curve, RANGE).map((line) => line.map((point) => point.y))).toEqual([[0.1, 0.2], [0.3]]);
  });

  it("leaves out what is not in the range", () => {
    const curve = [known(-1, 0.1), known(0, 0.2), known(100, 0.3), known(101, 0.4)];
    expect(layoutCurve(curve, RANGE).map((line) => line.map((point) => point.y))).toEqual([[0.2, 0.3]]);
  });

  it("is nothing where nothing is known", () => {
    expect(layoutCurve([], RANGE)).toEqual([]);
    expect(layoutCurve([known(5, Number.NaN)], RANGE)).toEqual([]);
  });
});

describe("stretches", () => {
  const stretch = (name: string, from: number, to: number | null) => ({
    name,
    fromMs: day(from),
    toMs: to === null ? null : day(to),
  });

  it("lie where they are, cut off at the ends of the range", () => {
    const stages = [
      stretch("past", -50, 0),
      stretch("first", -10, 25),
      stretch("second", 25, 75),
      stretch("now", 75, null),
    ];
    expect(layoutStretches(stages, RANGE).map(({ name, x, width }) => [name, x, width])).toEqual([
      ["first", 0, 0.25],
      ["second", 0.25, 0.5],
      ["now", 0.75, 0.25],
    ]);
  });

  it("keep what else is known of them", () => {
    expect(layoutStretches([stretch("only", 0, 10)], RANGE)[0]).toMatchObject(stretch("only", 0, 10));
  });
});

describe("the timeline", () => {
  it("puts everything on one scale", () => {
    const timeline = layoutTimeline({
      range: RANGE,
      asOfMs: day(80),
      touchpoints: [touchpoint(20)],
      curve: [{ atMs: day(40), probability: 0.3 }],
      stages: [{ fromMs: day(60), toMs: null, stage: "wavering" }],
      slots: 100,
      mostTicks: 6,
    });
    expect(timeline.nowX).toBe(0.8);
    expect(timeline.xOf(day(50))).toBe(0.5);
    expect(timeline.lanes[0]?.marks[0]?.x).toBeCloseTo(0.2, 12);
    expect(timeline.lines).toEqual([[{ x: 0.4, y: 0.3 }]]);
    expect(timeline.stages).toMatchObject([{ stage: "wavering", x: 0.6, width: 0.4 }]);
    expect(timeline.ticks.unit).toBe("month");
  });
});
