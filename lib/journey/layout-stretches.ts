import { type TimeRange, timeScale } from "@/lib/journey/time-scale";

/** Something that lasts, such as a stage; `toMs` null while it does. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** Where stretches lie in the range, cut off at its ends; those outside are left out. */
export function layoutStretches<Kind extends Stretch>(
  stretches: readonly Kind[],
  range: TimeRange,
): readonly (Kind & { readonly x: number; readonly width: number })[] {
  const xOf = timeScale(range);
  return stretches.flatMap((stretch) => {
    const fromMs = Math.max(stretch.fromMs, range.fromMs);
    const toMs = Math.min(stretch.toMs ?? Number.POSITIVE_INFINITY, range.toMs);
    return fromMs < toMs ? [{ ...stretch, x: xOf(fromMs), width: xOf(toMs) - xOf(fromMs) }] : [];
  });
}
