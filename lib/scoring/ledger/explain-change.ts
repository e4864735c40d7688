import { changeByKind } from "@/lib/scoring/ledger/change-by-kind";
import { diffReasons } from "@/lib/scoring/ledger/diff-reasons";
import type { ChangePart, ScoreChange, ScoredState } from "@/lib/scoring/ledger/score-change";
import { selectTouchpoints } from "@/lib/scoring/ledger/select-touchpoints";
import type { Score, TouchpointColumns } from "@/lib/scoring/types";

/**
 * Splits the change of a score, score(new data, new configuration) - score(old data, old configuration), by cause in a
 * fixed order: first time passes over what was known, then touchpoints come (also those that happened before and arrived
 * after), then the facts become what they are, then the configuration. Each part is the difference of two real scores, so
 * that the parts sum to the change whatever the scorers do.
 *
 * @param touchpoints everything known now or then, in time order
 */
export function explainChange(touchpoints: TouchpointColumns, before: ScoredState, after: ScoredState): ScoreChange {
  const stoodIn = (state: ScoredState) => (index: number) =>
    (touchpoints.occurredAtMs[index] as number) <= state.asOfMs && state.isKnown(index);
  const old = selectTouchpoints(touchpoints, stoodIn(before));
  const fresh = selectTouchpoints(touchpoints, stoodIn(after));
  const start = before.scorer.outlineAt(old, before.facts, before.asOfMs);
  const waited = before.scorer.outlineAt(old, before.facts, after.asOfMs);
  const touched = before.scorer.outlineAt(fresh, before.facts, after.asOfMs);
  const known = before.scorer.outlineAt(fresh, after.facts, after.asOfMs);
  const end = after.scorer.outlineAt(fresh, after.facts, after.asOfMs);
  return {
    before: start.logOdds,
    after: end.logOdds,
    time: partBetween(start, waited),
    touchpoints: {
      ...partBetween(waited, touched),
      kinds: changeByKind({
        touchpoints,
        stoodBefore: stoodIn(before),
        standsAfter: stoodIn(after),
        beforeMs: before.asOfMs,
        logOddsOf: (taken) => logOddsAt(before, taken, after.asOfMs),
      }),
    },
    traits: partBetween(touched, known),
    configuration: partBetween(known, end),
  };
}

function partBetween(before: Score, after: Score): ChangePart {
  return { logOdds: after.logOdds - before.logOdds, reasons: diffReasons(before, after) };
}

function logOddsAt({ scorer, facts }: ScoredState, touchpoints: TouchpointColumns, asOfMs: number): number {
  return scorer.logOddsAt(touchpoints, facts, [asOfMs])[0] as number;
}
