import type { Member } from "@/lib/auth/member";
import { bandOf } from "@/lib/bands/band-of";
import { asOfInstant } from "@/lib/organisations/as-of-instant";
import type { AsOf } from "@/lib/schemas/instant";
import { type CustomerCase, loadCustomerCase } from "./load-customer-case";
import { inWords } from "./reason-in-words";

/** One customer's score as the API gives it: intercept plus the sum of the reasons' logOdds is logOdds. */
export type ScoreAnswer = Readonly<{
  asOf: string;
  probability: number;
  risk: number;
  band: string;
  logOdds: number;
  intercept: number;
  reasons: readonly Readonly<{
    key: string;
    label: string;
    points: number;
    logOdds: number;
    touchpoints: readonly Readonly<{ id: string; kind: string; occurredAt: string; logOdds: number }>[];
  }>[];
  modelVersion: number;
  ruleSetVersion: number;
  evidence: "ok" | "thin";
}>;

/**
 * The score of a customer at a moment, from the touchpoints up to then.
 * @param asOf left out: the moment of the score on the leaderboard
 * @throws AppError not-found
 */
export async function readScore(member: Member, externalId: string, asOf?: AsOf): Promise<ScoreAnswer> {
  const found = await loadCustomerCase(member, externalId);
  return scoreAnswer(found, asOf === undefined ? found.asOfMs : asOfInstant(asOf, found.setup.settings));
}

function scoreAnswer({ setup, customer, touchpoints }: CustomerCase, asOfMs: number): ScoreAnswer {
  const score = setup.scorer.scoreAt(touchpoints.columns, customer.facts, asOfMs);
  const kindKeys = new Map(setup.kinds.map((kind) => [kind.id, kind.key]));
  return {
    asOf: new Date(asOfMs).toISOString(),
    probability: score.probability,
    risk: score.probability * 100,
    band: bandOf(score.probability, setup.settings.bandFloors),
    logOdds: score.logOdds,
    intercept: score.intercept,
    reasons: score.reasons.map((reason) => ({
      key: reason.ruleKey,
      label: inWords(reason.text),
      points: reason.points,
      logOdds: reason.logOdds,
      touchpoints: reason.touchpoints.map(({ index, logOdds }) => ({
        id: touchpoints.idOf(index),
        kind: kindKeys.get(touchpoints.columns.kindId[index] ?? -1) ?? "",
        occurredAt: new Date(touchpoints.columns.occurredAtMs[index] ?? 0).toISOString(),
        logOdds,
      })),
    })),
    modelVersion: setup.modelVersion,
    ruleSetVersion: setup.ruleSetVersion,
    evidence: score.evidence,
  };
}
