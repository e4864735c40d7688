import type { BandFloors } from "@/lib/bands/bands";
import type { Category } from "@/lib/kinds/categories";
import type { Stage } from "@/lib/stages/stages";

/** One touchpoint of a journey. */
export type JourneyTouchpoint = Readonly<{
  id: string;
  kindKey: string;
  kindLabel: string;
  category: Category;
  valence: -1 | 0 | 1;
  occurredAtMs: number;
  value: number | null;
  sentiment: number | null;
  /** Its part of the current score in points; 0 when none of the reasons rests on it. */
  points: number;
  /** One of those that weigh most in the current score. */
  distress: boolean;
}>;

/**
 * A stretch of a customer's journey: what happened, what the risk was, which stages it went through, what is ahead.
 * Everything in time order.
 */
export type JourneyView = Readonly<{
  /** What is shown. */
  fromMs: number;
  toMs: number;
  /** The organisation's "now": what lies behind it is the future. */
  asOfMs: number;
  /** The first touchpoint, or the start where that is earlier. */
  firstMs: number;
  /** All of the stretch: draw them in slots, hand them out in pages. */
  touchpoints: readonly JourneyTouchpoint[];
  /** The whole journey, however little of it is shown: touchpoints in each of equal parts of it. */
  whole: Readonly<{ fromMs: number; toMs: number; counts: readonly number[] }>;
  /** About 120 points of the curve, never after `asOfMs`. */
  curve: readonly Readonly<{ atMs: number; probability: number }>[];
  /** Stages that overlap the stretch; `toMs` null while it lasts. */
  stages: readonly Readonly<{ stage: Stage; fromMs: number; toMs: number | null }>[];
  outcomes: readonly Readonly<{ type: "break-up" | "renewal" | "downgrade" | "return"; occurredMs: number }>[];
  renewsMs: number | null;
  /** When rules, model, kinds or horizon changed within the stretch; at most the newest 20. */
  configurationChanges: readonly Readonly<{
    atMs: number;
    changed: readonly ("rules" | "model" | "kinds" | "horizon")[];
    ruleSetVersion: number;
    modelVersion: number;
  }>[];
  /** Lowest probability of each band above calm: the faint lines behind the curve. */
  bandFloors: BandFloors;
}>;
