import { addTouchpoint } from "@/lib/scoring/advice/add-touchpoint";
import type { Advice, AdvisedStep } from "@/lib/scoring/advice/advice";
import { findReachable, type ReachableKind } from "@/lib/scoring/advice/find-reachable";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { logOddsFromPoints } from "@/lib/scoring/points";
import type { CustomerFacts, Scorer, ScoringKind, TouchpointColumns } from "@/lib/scoring/types";

const MOST_STEPS = 5;
/** What lowers a risk by less is not worth a line. */
const SMALLEST_STEP_LOG_ODDS = logOddsFromPoints(0.5);
/** A catalogue may hold a thousand kinds of conversation: so many are tried, good ones first. */
const MOST_TRIED = 60;
/** Of those tried, so many of the best go into the search for steps that go well together. */
const MOST_COMBINED = 10;

interface Question {
  readonly scorer: Scorer;
  readonly kinds: readonly ScoringKind[];
  readonly touchpoints: TouchpointColumns;
  readonly facts: CustomerFacts;
  readonly asOfMs: number;
}

/** `after`: the log-odds if it alone happened. */
type Candidate = ReachableKind & { readonly after: number };

/**
 * What would lower a risk most if it happened today: every touchpoint that can be brought about is added to what happened
 * and scored anew by the scorer itself, so that what is advised is what the score will do. Then the best is kept and the
 * others are tried on top of it, one category each, at most five steps. A greedy choice: nothing promises that no other
 * five would lower it more, but each step lowers it by what is said.
 */
export function findAdvice({ scorer, kinds, touchpoints, facts, asOfMs }: Question): Advice {
  const logOddsOf = (having: TouchpointColumns) => scorer.logOddsAt(having, facts, [asOfMs])[0] as number;
  const logOdds = logOddsOf(touchpoints);
  const tried = findReachable(kinds, touchpoints, asOfMs)
    .toSorted((a, b) => b.kind.valence - a.kind.valence || a.kind.id - b.kind.id)
    .slice(0, MOST_TRIED)
    .map((one): Candidate => ({ ...one, after: logOddsOf(addTouchpoint(touchpoints, one.kind.id, asOfMs)) }));
  let left = tried
    .filter((one) => one.after - logOdds <= -SMALLEST_STEP_LOG_ODDS)
    .toSorted((a, b) => a.after - b.after)
    .slice(0, MOST_COMBINED);
  const steps: AdvisedStep[] = [];
  let having = touchpoints;
  let together = logOdds;
  while (steps.length < MOST_STEPS) {
    const isFirst = steps.length === 0;
    const next = bestOf(left, (one) => (isFirst ? one.after : logOddsOf(addTouchpoint(having, one.kind.id, asOfMs))));
    if (!next || next.logOdds > together - SMALLEST_STEP_LOG_ODDS) break;
    const { kind } = next.candidate;
    having = addTouchpoint(having, kind.id, asOfMs);
    together = next.logOdds;
    steps.push(stepOf(next.candidate, logOdds, together));
    left = left.filter((one) => one.kind.category !== kind.category);
  }
  return { logOdds, steps };
}

/** The candidate that leaves the lowest log-odds; of equals the first. */
function bestOf(candidates: readonly Candidate[], logOddsWith: (candidate: Candidate) => number) {
  let best: { candidate: Candidate; logOdds: number } | undefined;
  for (const candidate of candidates) {
    const logOdds = logOddsWith(candidate);
    if (!best || logOdds < best.logOdds) best = { candidate, logOdds };
  }
  return best;
}

function stepOf({ kind, answers, open, after }: Candidate, now: number, logOddsTogether: number): AdvisedStep {
  return {
    kindId: kind.id,
    category: kind.category,
    answers,
    open,
    logOdds: after - now,
    probability: sigmoid(after),
    logOddsTogether,
  };
}
