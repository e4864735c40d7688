import { describe, expect, it } from "vitest";
import { prepareJourney } from "@/lib/charts/journey-chart";
import { journeyStops } from "@/lib/charts/journey-stops";
import { probabilityOfPoints } from "@/lib/charts/probability-of-points";
import type { JourneyTouchpoint, JourneyView } from "@/lib/journey/journey-view";

const DAY = 86_400_000;
const from = Date.UTC(2026, 0, 1);
const to = from + 300 * DAY;

function touchpoint(id: string, day: number, changes: Partial<JourneyTouchpoint> = {}): JourneyTouchpoint {
  return {
    id,
    kindKey: "complaint",
    kindLabel: "Complaint",
    category: "complaint",
    valence: -1,
    occurredAtMs: from + day * DAY,
    value: null,
    sentiment: null,
    points: 0,
    distress: false,
    ...changes,
  };
}

function view(changes: Partial<JourneyView> = {}): JourneyView {
  return {
    fromMs: from,
    toMs: to,
    asOfMs: from + 240 * DAY,
    firstMs: from,
    touchpoints: [],
    whole: { fromMs: from, toMs: to, counts: [] },
    curve: [],
    stages: [],
    outcomes: [],
    renewsMs: null,
    configurationChanges: [],
    bandFloors: { watch: 0.1, "at-risk": 0.25, critical: 0.5 },
    ...changes,
  };
}

describe("prepareJourney", () => {
  it("draws later to the right and worse upwards, and marks where the future begins", () => {
    const chart = prepareJourney(
      view({
        renewsMs: from + 270 * DAY,
        curve: [
          { atMs: from, probability: 0 },
          { atMs: from + 150 * DAY, probability: 0.8 },
          { atMs: from + 240 * DAY, probability: 0.5 },
        ],
      }),
    );
    expect(chart.path).toBe("M0.0 100.00L500.0 20.00L800.0 50.00");
    expect(chart.end).toEqual({ x: 80, y: 50, probability: 0.5 });
    expect(chart.axis.top).toBe(1);
    expect(chart.nowX).toBe(80);
    expect(chart.renewalX).toBe(90);
  });

  it("takes the lowest scale that leaves room above the curve and the highest band", () => {
    const low = {
      bandFloors: { watch: 0.04, "at-risk": 0.1, critical: 0.2 },
      curve: [{ atMs: from, probability: 0.1 }],
    };
    const chart = prepareJourney(view(low));
    expect(chart.axis.top).toBe(0.25);
    expect(chart.end?.y).toBeCloseTo(60);
    expect(chart.axis.floors).toContainEqual({
      band: "critical",
      probability: 0.2,
      y: expect.closeTo(20),
      named: true,
    });
    expect(prepareJourney(view({ curve: [{ atMs: from, probability: 0.97 }] })).axis.top).toBe(1);
  });

  it("lets the last stage end today", () => {
    const chart = prepareJourney(
      view({
        stages: [
          { stage: "courtship", fromMs: from - 50 * DAY, toMs: from - 10 * DAY },
          { stage: "honeymoon", fromMs: from - 10 * DAY, toMs: from + 150 * DAY },
          { stage: "wavering", fromMs: from + 150 * DAY, toMs: null },
        ],
      }),
    );
    expect(chart.ribbon.map((part) => [part.stage, part.x, Math.round(part.width)])).toEqual([
      ["honeymoon", 0, 50],
      ["wavering", 50, 30],
    ]);
  });

  it("puts a halo around what weighs most and names it where there is room", () => {
    const touchpoints = [
      touchpoint("light", 10, { points: 1 }),
      touchpoint("near", 90, { points: 8, distress: true }),
      touchpoint("late", 290, { points: 30, distress: true }),
      touchpoint("heavy", 100, { points: 20, distress: true, kindLabel: "Broken promise" }),
      touchpoint("other", 100, { points: 6, distress: true, category: "support", kindLabel: "Outage" }),
    ];
    const marks = prepareJourney(view({ touchpoints })).lanes.flatMap((lane) => lane.marks);
    expect(marks.map((mark) => [Math.round(mark.x * 3), mark.distress, mark.label])).toEqual([
      [100, true, { text: "Outage", side: "right", roomy: true }],
      [10, false, null],
      [90, true, { text: "Complaint", side: "left", roomy: false }],
      [100, true, { text: "Broken promise", side: "right", roomy: true }],
      [290, true, { text: "Complaint", side: "left", roomy: true }],
    ]);
  });

  it("marks where the configuration changed, and names those marks that leave each other room, the newest first", () => {
    const at = (day: number) => ({
      atMs: from + day * DAY,
      changed: ["rules"] as const,
      ruleSetVersion: 2,
      modelVersion: 3,
    });
    const { configurationMarks } = prepareJourney(view({ configurationChanges: [-5, 60, 200, 210].map(at) }));
    expect(configurationMarks.map(({ x, named }) => [Math.round(x), named])).toEqual([
      [20, true],
      [67, false],
      [70, true],
    ]);
  });

  it("draws nothing for an empty stretch, and does not fail", () => {
    const chart = prepareJourney(view({ asOfMs: to }));
    expect(chart).toMatchObject({
      path: "",
      end: null,
      lanes: [],
      ribbon: [],
      outcomes: [],
      renewalX: null,
      nowX: 100,
    });
  });
});

describe("journeyStops", () => {
  it("shares one stop among what happened close together, with the risk after it", () => {
    const stops = journeyStops(
      view({
        touchpoints: [
          touchpoint("a", 10),
          touchpoint("b", 11),
          touchpoint("c", 11.5, { kindLabel: "Outage" }),
          touchpoint("d", 200),
        ],
        curve: [
          { atMs: from + 12 * DAY, probability: 0.3 },
          { atMs: from + 240 * DAY, probability: 0.6 },
        ],
      }),
      96,
    );
    expect(stops.map((stop) => [stop.count, stop.probability])).toEqual([
      [3, 0.3],
      [1, 0.6],
    ]);
    expect(stops[0]?.kinds).toEqual([
      { label: "Complaint", count: 2 },
      { label: "Outage", count: 1 },
    ]);
  });

  it("says what those add that weigh most, and nothing where none does", () => {
    const touchpoints = [
      touchpoint("light", 10, { points: 3 }),
      touchpoint("heavy", 100, { points: 20, distress: true }),
      touchpoint("light beside it", 100, { points: 2 }),
      touchpoint("another", 100.5, { points: 4, distress: true }),
      touchpoint("of another kind", 100.5, { points: 7, distress: true, kindLabel: "Outage" }),
    ];
    expect(journeyStops(view({ touchpoints }), 96).map((stop) => stop.heavy)).toEqual([
      [],
      [
        { label: "Complaint", points: 24 },
        { label: "Outage", points: 7 },
      ],
    ]);
  });

  it("is bounded by the slots", () => {
    const touchpoints = Array.from({ length: 1000 }, (_, index) => touchpoint(String(index), (index * 300) / 999));
    expect(journeyStops(view({ touchpoints }), 96)).toHaveLength(96);
  });
});

it("turns points into odds: 20 double them", () => {
  expect(probabilityOfPoints(0)).toBe(0.5);
  expect(probabilityOfPoints(20)).toBeCloseTo(2 / 3);
  expect(probabilityOfPoints(-20)).toBeCloseTo(1 / 3);
});
