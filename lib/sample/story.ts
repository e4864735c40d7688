/** A kind that may come up in a story: weeks after its start (both included), chance a week, at most once or often. */
export interface Beat {
  readonly kind: string;
  readonly fromWeek: number;
  readonly toWeek: number;
  readonly chance: number;
  readonly once: boolean;
}

/** A way in which a relationship gets into trouble. */
export interface Story {
  readonly key: string;
  /** How often it begins, against the other stories. */
  readonly weight: number;
  readonly weeks: readonly [number, number];
  /** Touchpoints with which it begins. */
  readonly opening: readonly string[];
  /** Added to the logarithm of engagement each week; engagement loses a tenth of its distance to normal by itself. */
  readonly drift: number;
  readonly beats: readonly Beat[];
  /** Chance a week, from the third on, that an average owner repairs it. */
  readonly repair: number;
  /** Touchpoints of such a repair. */
  readonly repairKinds: readonly string[];
  /** The reason given when the relationship ends in it, and how often that is judged avoidable. */
  readonly reason: string;
  readonly avoidable: number;
}
