import { type TimeRange, timeScale } from "@/lib/journey/time-scale";
import { CATEGORIES, type Category } from "@/lib/kinds/categories";

/** What a lane needs to know of a touchpoint. */
export interface LaneTouchpoint {
  readonly occurredAtMs: number;
  readonly category: Category;
  readonly valence: -1 | 0 | 1;
  /** Its part of the current score in points, above 0 for distress. */
  readonly points: number;
}

/** One mark: a touchpoint, or several that would lie on top of each other. */
export interface LaneMark {
  /** Mean position of its touchpoints, 0 to 1. */
  readonly x: number;
  /** Positions in the list of touchpoints, in its order. */
  readonly touchpoints: readonly number[];
  /** Largest part of the current score among its touchpoints, by amount. */
  readonly points: number;
  /** -1 when any of them speaks against the relationship, else 1 when any speaks for it. */
  readonly valence: -1 | 0 | 1;
}

export interface Lane {
  readonly category: Category;
  readonly count: number;
  readonly marks: readonly LaneMark[];
}

/**
 * One lane for each category that occurs in the range, in the order of CATEGORIES. Each lane is divided into `slots`
 * equal parts of the range; touchpoints of one slot become one mark, so that no lane has more marks than slots.
 */
export function layoutLanes(touchpoints: readonly LaneTouchpoint[], range: TimeRange, slots: number): readonly Lane[] {
  const xOf = timeScale(range);
  const slotsByCategory = new Map<Category, Map<number, number[]>>();
  touchpoints.forEach(({ occurredAtMs, category }, position) => {
    if (occurredAtMs < range.fromMs || occurredAtMs > range.toMs) return;
    const slot = Math.min(slots - 1, Math.floor(xOf(occurredAtMs) * slots));
    const bySlot = slotsByCategory.get(category) ?? new Map<number, number[]>();
    const positions = bySlot.get(slot);
    if (positions) positions.push(position);
    else bySlot.set(slot, [position]);
    slotsByCategory.set(category, bySlot);
  });

  return CATEGORIES.flatMap((category) => {
    const bySlot = slotsByCategory.get(category);
    if (bySlot === undefined) return [];
    const marks = [...bySlot].sort(([a], [b]) => a - b).map(([, positions]) => markOf(positions, touchpoints, xOf));
    return [{ category, count: marks.reduce((count, mark) => count + mark.touchpoints.length, 0), marks }];
  });
}

function markOf(
  positions: readonly number[],
  touchpoints: readonly LaneTouchpoint[],
  xOf: (instantMs: number) => number,
): LaneMark {
  let x = 0;
  let points = 0;
  let against = false;
  let speaksFor = false;
  for (const position of positions) {
    const touchpoint = touchpoints[position] as LaneTouchpoint;
    x += xOf(touchpoint.occurredAtMs) / positions.length;
    if (Math.abs(touchpoint.points) > Math.abs(points)) points = touchpoint.points;
    if (touchpoint.valence < 0) against = true;
    if (touchpoint.valence > 0) speaksFor = true;
  }
  return { x, touchpoints: positions, points, valence: against ? -1 : speaksFor ? 1 : 0 };
}
