import type { KindChange } from "@/lib/scoring/ledger/score-change";
import { selectTouchpoints } from "@/lib/scoring/ledger/select-touchpoints";
import type { TouchpointColumns } from "@/lib/scoring/types";

interface Coming {
  readonly touchpoints: TouchpointColumns;
  /** Whether the touchpoint at an index counted before, and whether it counts after. */
  stoodBefore(index: number): boolean;
  standsAfter(index: number): boolean;
  /** The earlier moment: what happened up to it and came later is late. */
  readonly beforeMs: number;
  logOddsOf(touchpoints: TouchpointColumns): number;
}

type Group = { kindId: number; takenBack: boolean; indexes: number[]; late: number };

/**
 * What came, and what was taken back, kind after kind: each kind's log-odds are what it changes on top of the kinds before
 * it, so that they sum to the whole. First what was taken back, then what came, each in the order of its first touchpoint.
 */
export function changeByKind(coming: Coming): readonly KindChange[] {
  const { touchpoints, stoodBefore, logOddsOf } = coming;
  const groups = groupChanges(coming);
  if (groups.length === 0) return [];
  const stands = Uint8Array.from({ length: touchpoints.length }, (_, index) => (stoodBefore(index) ? 1 : 0));
  let last = logOddsOf(selectTouchpoints(touchpoints, (index) => stands[index] === 1));
  return groups.map((group) => {
    for (const index of group.indexes) stands[index] = group.takenBack ? 0 : 1;
    const logOdds = logOddsOf(selectTouchpoints(touchpoints, (index) => stands[index] === 1));
    const change = { ...group, logOdds: logOdds - last };
    last = logOdds;
    return change;
  });
}

function groupChanges({ touchpoints, stoodBefore, standsAfter, beforeMs }: Coming): readonly Group[] {
  const gone = new Map<number, Group>();
  const come = new Map<number, Group>();
  for (let index = 0; index < touchpoints.length; index++) {
    const takenBack = stoodBefore(index);
    if (takenBack === standsAfter(index)) continue;
    const groups = takenBack ? gone : come;
    const kindId = touchpoints.kindId[index] as number;
    const group = groups.get(kindId) ?? { kindId, takenBack, indexes: [], late: 0 };
    groups.set(kindId, group);
    group.indexes.push(index);
    if (!takenBack && (touchpoints.occurredAtMs[index] as number) <= beforeMs) group.late += 1;
  }
  return [...gone.values(), ...come.values()];
}
