import { type CurvePoint, layoutCurve, type PlacedPoint } from "@/lib/journey/layout-curve";
import { type Lane, type LaneTouchpoint, layoutLanes } from "@/lib/journey/layout-lanes";
import { layoutStretches, type Stretch } from "@/lib/journey/layout-stretches";
import { type TimeRange, timeScale } from "@/lib/journey/time-scale";
import { type TimeTicks, timeTicks } from "@/lib/journey/time-ticks";

export interface TimelineInput<Stage extends Stretch> {
  readonly range: TimeRange;
  readonly asOfMs: number;
  readonly touchpoints: readonly LaneTouchpoint[];
  readonly curve: readonly CurvePoint[];
  readonly stages: readonly Stage[];
  /** How many marks fit beside each other in a lane. */
  readonly slots: number;
  /** How many ticks fit beside each other. */
  readonly mostTicks: number;
}

/** A journey in the unit square: x runs from 0 (`fromMs`) to 1 (`toMs`); nothing about pixels, colours or words. */
export interface Timeline<Stage extends Stretch> {
  /** Where the future begins: beyond 1 when it is not in the range. */
  readonly nowX: number;
  readonly xOf: (instantMs: number) => number;
  readonly lanes: readonly Lane[];
  readonly lines: readonly (readonly PlacedPoint[])[];
  readonly stages: readonly (Stage & { readonly x: number; readonly width: number })[];
  readonly ticks: TimeTicks;
}

/** Prepares a journey for drawing. */
export function layoutTimeline<Stage extends Stretch>(input: TimelineInput<Stage>): Timeline<Stage> {
  const { range } = input;
  const xOf = timeScale(range);
  return {
    nowX: xOf(input.asOfMs),
    xOf,
    lanes: layoutLanes(input.touchpoints, range, input.slots),
    lines: layoutCurve(input.curve, range),
    stages: layoutStretches(input.stages, range),
    ticks: timeTicks(range, input.mostTicks),
  };
}
