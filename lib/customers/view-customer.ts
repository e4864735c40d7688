import { bandOf } from "@/lib/bands/band-of";
import { isoDay } from "@/lib/format/iso-day";
import { timeLeft } from "@/lib/journey/time-left";
import type { CustomerCase } from "@/lib/scores/load-customer-case";
import { stageAt } from "@/lib/scores/stages-at";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import type { Reason, ScoringKind } from "@/lib/scoring/types";
import { adviseCustomer } from "./advise-customer";
import type { CustomerView, ReasonView, ScoreView } from "./customer-view";
import { missingEvidence } from "./missing-evidence";

const WEEK_MS = 7 * 86_400_000;
/** Touchpoints shown under one reason; a reason may rest on thousands. */
const MAX_TOUCHPOINTS_PER_REASON = 50;

/** A customer all round: the facts, the score with its reasons, what would lower it. */
export function viewCustomer(found: CustomerCase): CustomerView {
  const { customer, setup, touchpoints, asOfMs } = found;
  const score = found.isScored ? scoreView(found) : null;
  const stage = stageAt({
    setup,
    customer: { facts: customer.facts, outcomes: customer.outcomes, touchpoints: touchpoints.columns },
    asOfMs,
    probability: score?.probability ?? 0,
    waveringSinceMs: found.waveringSinceMs,
  });
  const { timeZone, horizonDays } = setup.settings;
  const isDeparted = stage.stage === "departed";
  return {
    externalId: customer.externalId,
    name: customer.name,
    stage: stage.stage,
    stageSince: new Date(stage.enteredAtMs).toISOString(),
    owner: customer.ownerName === null ? null : { name: customer.ownerName },
    mrrMinor: customer.mrrMinor,
    currency: customer.currency ?? setup.settings.currency,
    valueAtRiskMinor:
      customer.mrrMinor === null || score === null || isDeparted
        ? null
        : Math.round(customer.mrrMinor * score.probability),
    startedOn: customer.startedOn,
    renewsOn: customer.renewsOn,
    timeLeft:
      score &&
      timeLeft({
        stage: stage.stage,
        renewsOn: customer.renewsOn,
        stageSince: isoDay(stage.enteredAtMs, timeZone),
        horizonDays,
        today: isoDay(asOfMs, timeZone),
      }),
    traits: [...customer.facts.traits].map(([name, value]) => ({ name, value })),
    touchpointCount: touchpoints.columns.length,
    score,
    advice: score === null || isDeparted ? [] : adviseCustomer(found),
  };
}

function scoreView({ setup, customer, touchpoints, asOfMs }: CustomerCase): ScoreView {
  const score = setup.scorer.scoreAt(touchpoints.columns, customer.facts, asOfMs);
  const [weekAgo = score.logOdds] = setup.scorer.logOddsAt(touchpoints.columns, customer.facts, [asOfMs - WEEK_MS]);
  const kinds = new Map(setup.kinds.map((kind) => [kind.id, kind]));
  return {
    asOf: new Date(asOfMs).toISOString(),
    probability: score.probability,
    band: bandOf(score.probability, setup.settings.bandFloors),
    change7d: pointsFromLogOdds(score.logOdds - weekAgo),
    evidence: score.evidence,
    missing: missingEvidence(touchpoints.columns, customer.facts, asOfMs),
    interceptPoints: pointsFromLogOdds(score.intercept),
    totalPoints: pointsFromLogOdds(score.logOdds),
    reasons: score.reasons.map((reason) => reasonView(reason, touchpoints, kinds)),
    modelVersion: setup.modelVersion,
    ruleSetVersion: setup.ruleSetVersion,
  };
}

function reasonView(
  reason: Reason,
  { columns, idOf }: CustomerCase["touchpoints"],
  kinds: ReadonlyMap<number, ScoringKind>,
): ReasonView {
  const shares = [...reason.touchpoints].sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  const further = shares.slice(MAX_TOUCHPOINTS_PER_REASON);
  return {
    key: reason.ruleKey,
    points: reason.points,
    text: reason.text,
    touchpoints: shares.slice(0, MAX_TOUCHPOINTS_PER_REASON).flatMap(({ index, logOdds }) => {
      const kind = kinds.get(columns.kindId[index] ?? -1);
      const value = columns.value[index] ?? Number.NaN;
      if (!kind) return [];
      return {
        id: idOf(index),
        kindKey: kind.key,
        kindLabel: kind.label,
        category: kind.category,
        occurredAt: new Date(columns.occurredAtMs[index] ?? 0).toISOString(),
        value: Number.isNaN(value) ? null : value,
        points: pointsFromLogOdds(logOdds),
      };
    }),
    further: {
      count: further.length,
      points: pointsFromLogOdds(further.reduce((sum, { logOdds }) => sum + logOdds, 0)),
    },
  };
}
