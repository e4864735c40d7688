import { inWords } from "@/lib/scores/reason-in-words";
import { logOddsFromPoints } from "@/lib/scoring/points";
import type { CauseView, ChangeView, LedgerView, MomentView, ReasonChangeView } from "./ledger-view";

const BASE_RATE = { key: null, label: "Where everyone starts" };

/**
 * GET /api/v1/customers/{externalId}/ledger: changes with their causes, in points and in log-odds (20 points are ln 2).
 * The four causes and `unexplained` sum to the change exactly.
 */
export function toLedgerAnswer({ summary, items, ...rest }: LedgerView) {
  return {
    ...rest,
    summary: summary && { basis: summary.basis, ...changeAnswer(summary) },
    items: items.map(changeAnswer),
  };
}

function changeAnswer(change: ChangeView) {
  const { time, touchpoints, traits, configuration } = change;
  return {
    from: momentAnswer(change.from),
    to: momentAnswer(change.to),
    ...amount(change.points),
    causes: {
      time: causeAnswer(time),
      touchpoints: {
        ...causeAnswer(touchpoints),
        kinds: touchpoints.kinds.map(({ kindKey, kindLabel, points, ...kind }) => ({
          kind: kindKey,
          label: kindLabel,
          ...amount(points),
          ...kind,
        })),
      },
      traits: { ...causeAnswer(traits), facts: traits.facts },
      configuration: { ...causeAnswer(configuration), changed: configuration.changed },
    },
    unexplained: amount(change.unexplainedPoints),
  };
}

function momentAnswer({ totalPoints, ...moment }: MomentView) {
  return { ...moment, risk: moment.probability * 100, logOdds: logOddsFromPoints(totalPoints) };
}

function causeAnswer({ points, reasons }: CauseView) {
  return { ...amount(points), reasons: reasons.map(reasonAnswer) };
}

/** In the words of afterwards, or of before where the reason is gone. */
function reasonAnswer({ key, points, before, after }: ReasonChangeView) {
  const text = after ?? before;
  const words = text ? { key, label: inWords(text) } : BASE_RATE;
  return { ...words, ...amount(points) };
}

function amount(points: number) {
  return { points, logOdds: logOddsFromPoints(points) };
}
