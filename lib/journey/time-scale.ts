/** A stretch of time that is drawn. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Position of instants in a stretch: 0 at its beginning, 1 at its end, beyond outside. An empty stretch is all 0. */
export function timeScale({ fromMs, toMs }: TimeRange): (instantMs: number) => number {
  const spanMs = toMs - fromMs;
  return (instantMs) => (spanMs > 0 ? (instantMs - fromMs) / spanMs : 0);
}
