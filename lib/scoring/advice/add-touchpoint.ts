import type { TouchpointColumns } from "@/lib/scoring/types";

/** The same touchpoints with one more of a kind, after those of the same instant; it has neither value nor sentiment. */
export function addTouchpoint(touchpoints: TouchpointColumns, kindId: number, atMs: number): TouchpointColumns {
  const { length } = touchpoints;
  let at = length;
  while (at > 0 && (touchpoints.occurredAtMs[at - 1] as number) > atMs) at -= 1;
  return {
    length: length + 1,
    occurredAtMs: inserted(new Float64Array(length + 1), touchpoints.occurredAtMs, at, atMs),
    kindId: inserted(new Uint16Array(length + 1), touchpoints.kindId, at, kindId),
    value: inserted(new Float64Array(length + 1), touchpoints.value, at, Number.NaN),
    sentiment: inserted(new Float64Array(length + 1), touchpoints.sentiment, at, Number.NaN),
  };
}

function inserted<Column extends Float64Array | Uint16Array>(
  target: Column,
  source: Column,
  at: number,
  value: number,
): Column {
  target.set(source.subarray(0, at));
  target[at] = value;
  target.set(source.subarray(at, target.length - 1), at + 1);
  return target;
}
