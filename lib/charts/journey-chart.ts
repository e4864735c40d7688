import type { JourneyTouchpoint, JourneyView } from "@/lib/journey/journey-view";
import type { PlacedPoint } from "@/lib/journey/layout-curve";
import type { LaneMark as PlacedMark } from "@/lib/journey/layout-lanes";
import { layoutTimeline } from "@/lib/journey/layout-timeline";
import type { TimeTicks } from "@/lib/journey/time-ticks";
import type { Category } from "@/lib/kinds/categories";
import type { Stage } from "@/lib/stages/stages";
import { frequentKinds } from "./journey-stops";
import { labelMark, type MarkLabel } from "./label-mark";
import { percent } from "./percent";
import { type RiskAxis, riskAxis } from "./risk-axis";

/** Marks nearer to each other than a slot are drawn as one. */
export const JOURNEY_SLOTS = 96;
const MOST_TICKS = 8;
/** What the words of a mark take of the width, in per cent. */
const NAME_WIDTH = 16;

export type JourneyMark = Readonly<{
  /** Per cent of the width, as all positions here. */
  x: number;
  count: number;
  valence: -1 | 0 | 1;
  distress: boolean;
  label: MarkLabel | null;
}>;

export type JourneyLane = Readonly<{ category: Category; count: number; marks: readonly JourneyMark[] }>;

export type JourneyChart = Readonly<{
  ticks: TimeTicks;
  /** Where today stands; 100 when nothing is ahead. */
  nowX: number;
  renewalX: number | null;
  lanes: readonly JourneyLane[];
  axis: RiskAxis;
  /** SVG path in a box of 1000 by 100; up is worse. */
  path: string;
  /** The last point of the curve, in per cent from the left and the top. */
  end: Readonly<{ x: number; y: number; probability: number }> | null;
  ribbon: readonly Readonly<{ stage: Stage; x: number; width: number }>[];
  /** Where the configuration changed; `named` where there is room for words. */
  configurationMarks: readonly (JourneyView["configurationChanges"][number] &
    Readonly<{ x: number; named: boolean }>)[];
  outcomes: readonly Readonly<{ type: JourneyView["outcomes"][number]["type"]; x: number; occurredMs: number }>[];
}>;

/** A journey as it is drawn: positions in per cent, marks with what is written beside them. */
export function prepareJourney(view: JourneyView): JourneyChart {
  const range = { fromMs: view.fromMs, toMs: view.toMs };
  const timeline = layoutTimeline({
    range,
    asOfMs: view.asOfMs,
    touchpoints: view.touchpoints,
    curve: view.curve,
    stages: view.stages.map((entry) => ({ ...entry, toMs: Math.min(entry.toMs ?? view.asOfMs, view.asOfMs) })),
    slots: JOURNEY_SLOTS,
    mostTicks: MOST_TICKS,
  });
  const placeOf = (atMs: number) => percent(timeline.xOf(atMs));
  const within = (atMs: number) => atMs >= range.fromMs && atMs <= range.toMs;
  const lanes = timeline.lanes.map((lane) => ({
    category: lane.category,
    count: lane.count,
    marks: marksOf(lane.marks, view.touchpoints),
  }));
  const last = timeline.lines.at(-1)?.at(-1);
  const axis = riskAxis(view);
  return {
    ticks: timeline.ticks,
    nowX: Math.min(100, percent(timeline.nowX)),
    renewalX: view.renewsMs !== null && within(view.renewsMs) ? placeOf(view.renewsMs) : null,
    lanes,
    axis,
    path: timeline.lines.map((line) => pathOf(line, axis.yOf)).join(""),
    end: last ? { x: percent(last.x), y: axis.yOf(last.y), probability: last.y } : null,
    ribbon: timeline.stages.map(({ stage, x, width }) => ({ stage, x: percent(x), width: percent(width) })),
    configurationMarks: nameWhereThereIsRoom(
      view.configurationChanges
        .filter((change) => within(change.atMs))
        .map((change) => ({ ...change, x: placeOf(change.atMs) })),
    ),
    outcomes: view.outcomes
      .filter((outcome) => within(outcome.occurredMs))
      .map((outcome) => ({ ...outcome, x: placeOf(outcome.occurredMs) })),
  };
}

/** The marks of a lane; the heaviest are named where nothing stands in the way of the name. */
function marksOf(placed: readonly PlacedMark[], touchpoints: readonly JourneyTouchpoint[]): JourneyMark[] {
  const places = placed.map((mark) => percent(mark.x));
  return placed.map((mark, at) => {
    const x = places[at] ?? 0;
    const own = mark.touchpoints.flatMap((position) => touchpoints[position] ?? []);
    const distress = own.some((touchpoint) => touchpoint.distress);
    const [kind] = distress ? frequentKinds(own) : [];
    const label = kind ? labelMark(kind.label, x, places.toSpliced(at, 1)) : null;
    return { x, count: own.length, valence: mark.valence, distress, label };
  });
}

/** The newest is named, and of those before whichever is far enough from the next that is. */
function nameWhereThereIsRoom<Mark extends Readonly<{ x: number }>>(
  marks: readonly Mark[],
): (Mark & Readonly<{ named: boolean }>)[] {
  let next = Number.POSITIVE_INFINITY;
  return marks
    .toReversed()
    .map((mark) => {
      const named = next - mark.x >= NAME_WIDTH;
      if (named) next = mark.x;
      return { ...mark, named };
    })
    .reverse();
}

function pathOf(line: readonly PlacedPoint[], yOf: RiskAxis["yOf"]): string {
  return line
    .map((point, index) => `${index ? "L" : "M"}${(point.x * 1000).toFixed(1)} ${yOf(point.y).toFixed(2)}`)
    .join("");
}
