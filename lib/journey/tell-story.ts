import type { JourneyTouchpoint, JourneyView } from "@/lib/journey/journey-view";
import type { Stage } from "@/lib/stages/stages";

/** Something that the story tells by itself. */
export type StoryEvent = Readonly<
  | { type: "touchpoint"; atMs: number; kindLabel: string; points: number }
  | { type: "outcome"; atMs: number; outcome: JourneyView["outcomes"][number]["type"] }
>;

/** One stage of the relationship, as it is told. */
export type StoryChapter = Readonly<{
  stage: Stage;
  fromMs: number;
  /** Null while it lasts. */
  toMs: number | null;
  count: number;
  against: number;
  speaksFor: number;
  /** The most frequent kinds, at most three. */
  kinds: readonly Readonly<{ label: string; count: number }>[];
  /** Outcomes, and the touchpoints that weigh most or were last against the relationship; in time order. */
  events: readonly StoryEvent[];
}>;

/** Touchpoints told by themselves in one chapter. */
const MOST_EVENTS = 6;
const MOST_KINDS = 3;

/** A journey as chapters, one a stage, in time order: nothing is told that is not in it. */
export function tellStory(view: Pick<JourneyView, "touchpoints" | "stages" | "outcomes">): readonly StoryChapter[] {
  return view.stages.map(({ stage, fromMs, toMs }) => {
    const isWithin = (atMs: number) => atMs >= fromMs && (toMs === null || atMs < toMs);
    const own = view.touchpoints.filter(({ occurredAtMs }) => isWithin(occurredAtMs));
    const outcomes = view.outcomes
      .filter(({ occurredMs }) => isWithin(occurredMs))
      .map(({ type, occurredMs }): StoryEvent => ({ type: "outcome", atMs: occurredMs, outcome: type }));
    return {
      stage,
      fromMs,
      toMs,
      count: own.length,
      against: own.filter(({ valence }) => valence < 0).length,
      speaksFor: own.filter(({ valence }) => valence > 0).length,
      kinds: frequent(own),
      events: [...outcomes, ...worthTelling(own)].sort((a, b) => a.atMs - b.atMs),
    };
  });
}

/** What weighs most comes first; what is left of the room goes to what was last against the relationship. */
function worthTelling(touchpoints: readonly JourneyTouchpoint[]): readonly StoryEvent[] {
  const heavy = touchpoints.filter(({ distress }) => distress);
  const rest = touchpoints.filter(({ distress, valence }) => !distress && valence < 0);
  const room = Math.max(0, MOST_EVENTS - heavy.length);
  return [...heavy, ...(room === 0 ? [] : rest.slice(-room))].map(({ occurredAtMs, kindLabel, points }) => ({
    type: "touchpoint",
    atMs: occurredAtMs,
    kindLabel,
    points,
  }));
}

function frequent(touchpoints: readonly JourneyTouchpoint[]): StoryChapter["kinds"] {
  const counts = new Map<string, number>();
  for (const { kindLabel } of touchpoints) counts.set(kindLabel, (counts.get(kindLabel) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_KINDS);
}
