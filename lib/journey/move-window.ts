import type { TimeRange } from "@/lib/journey/time-scale";
import { DAY_MS } from "@/lib/scoring/day";

/** The shortest stretch of a journey that can be looked at. */
export const SHORTEST_WINDOW_MS = DAY_MS;

export type WindowMove = Readonly<{
  /** Later by this much, in milliseconds; below 0: earlier. */
  shiftMs?: number;
  /** Shorter below 1, longer above. */
  factor?: number;
  /** What stays in its place when the length changes; the middle unless told. */
  aroundMs?: number;
}>;

/**
 * A stretch of a journey moved or zoomed within the whole of it. Its length stays between a day and the whole; at an edge
 * it stops rather than shrinks.
 */
export function moveWindow(window: TimeRange, whole: TimeRange, move: WindowMove): TimeRange {
  const { shiftMs = 0, factor = 1 } = move;
  const wholeMs = Math.max(SHORTEST_WINDOW_MS, whole.toMs - whole.fromMs);
  const oldMs = Math.max(1, window.toMs - window.fromMs);
  const lengthMs = Math.min(wholeMs, Math.max(SHORTEST_WINDOW_MS, oldMs * factor));
  const aroundMs = move.aroundMs ?? (window.fromMs + window.toMs) / 2;
  const share = (aroundMs - window.fromMs) / oldMs;
  const wantedMs = aroundMs - share * lengthMs + shiftMs;
  const fromMs = Math.max(whole.fromMs, Math.min(whole.fromMs + wholeMs - lengthMs, wantedMs));
  return { fromMs, toMs: fromMs + lengthMs };
}
