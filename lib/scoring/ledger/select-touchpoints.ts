import type { TouchpointColumns } from "@/lib/scoring/types";

/** The touchpoints whose position is wanted, in columns of their own and in the same order. */
export function selectTouchpoints(
  touchpoints: TouchpointColumns,
  isWanted: (index: number) => boolean,
): TouchpointColumns {
  const selected: TouchpointColumns = {
    length: 0,
    occurredAtMs: new Float64Array(touchpoints.length),
    kindId: new Uint16Array(touchpoints.length),
    value: new Float64Array(touchpoints.length),
    sentiment: new Float64Array(touchpoints.length),
  };
  for (let index = 0; index < touchpoints.length; index++) {
    if (!isWanted(index)) continue;
    const at = selected.length;
    selected.occurredAtMs[at] = touchpoints.occurredAtMs[index] as number;
    selected.kindId[at] = touchpoints.kindId[index] as number;
    selected.value[at] = touchpoints.value[index] as number;
    selected.sentiment[at] = touchpoints.sentiment[index] as number;
    selected.length = at + 1;
  }
  return selected;
}
