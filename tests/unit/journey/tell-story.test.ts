import { describe, expect, it } from "vitest";
import type { JourneyTouchpoint, JourneyView } from "@/lib/journey/journey-view";
import { tellStory } from "@/lib/journey/tell-story";

const DAY = 86_400_000;

function touchpoint(day: number, changes: Partial<JourneyTouchpoint> = {}): JourneyTouchpoint {
  return {
    id: String(day),
    kindKey: "call",
    kindLabel: "Call",
    category: "conversation",
    valence: 0,
    occurredAtMs: day * DAY,
    value: null,
    sentiment: null,
    points: 0,
    distress: false,
    ...changes,
  };
}

const stages: JourneyView["stages"] = [
  { stage: "honeymoon", fromMs: 0, toMs: 100 * DAY },
  { stage: "wavering", fromMs: 100 * DAY, toMs: null },
];

describe("the story of a journey", () => {
  it("tells each touchpoint and outcome in the stage it was in, once", () => {
    const touchpoints = [
      touchpoint(1),
      touchpoint(2, { valence: 1 }),
      touchpoint(99, { valence: -1, kindLabel: "Complaint" }),
      touchpoint(100, { valence: -1, kindLabel: "Complaint", distress: true, points: 9 }),
      touchpoint(150, { kindLabel: "E-mail" }),
    ];
    const outcomes = [{ type: "renewal" as const, occurredMs: 50 * DAY }];
    const [first, second] = tellStory({ touchpoints, stages, outcomes });
    expect(first).toMatchObject({ stage: "honeymoon", count: 3, against: 1, speaksFor: 1, toMs: 100 * DAY });
    expect(first?.kinds).toEqual([
      { label: "Call", count: 2 },
      { label: "Complaint", count: 1 },
    ]);
    expect(first?.events).toEqual([
      { type: "outcome", atMs: 50 * DAY, outcome: "renewal" },
      { type: "touchpoint", atMs: 99 * DAY, kindLabel: "Complaint", points: 0 },
    ]);
    expect(second).toMatchObject({ stage: "wavering", count: 2, toMs: null });
    expect(second?.events).toEqual([{ type: "touchpoint", atMs: 100 * DAY, kindLabel: "Complaint", points: 9 }]);
  });

  it("keeps what weighs most when there is too much to tell, and stays short", () => {
    const many = Array.from({ length: 1_000 }, (_, n) => touchpoint(100 + n / 10, { valence: -1 }));
    const heavy = touchpoint(100, { kindLabel: "Outage", valence: -1, distress: true });
    const [, chapter] = tellStory({ touchpoints: [heavy, ...many], stages, outcomes: [] });
    expect(chapter?.events).toHaveLength(6);
    expect(chapter?.events[0]).toMatchObject({ kindLabel: "Outage" });
    expect(chapter?.count).toBe(1_001);
  });

  it("has no chapter where nothing is known", () => {
    expect(tellStory({ touchpoints: [], stages: [], outcomes: [] })).toEqual([]);
  });
});
