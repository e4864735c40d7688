import { bandOf } from "@/lib/bands/band-of";
import type { StageEntry } from "@/lib/journey/derive-stages";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import type { Reason, Score } from "@/lib/scoring/types";
import { DEPARTED_OFFSET } from "./departed-offset";
import { reasonCategory } from "./reason-category";
import type { ScoringSetup } from "./scoring-setup";

/** Columns of `score` that a row is made of, in this order. */
export const SCORE_COLUMNS = `organisation_id, run_id, customer_id, as_of, probability, log_odds, intercept, risk_order,
  band, stage, stage_since, evidence, change_7d, value_at_risk_minor, top_reason, reasons, shadow_log_odds, reason_category`;

export type ScoredCustomer = Readonly<{
  customerId: number;
  mrrMinor: number | null;
  score: Score;
  logOddsWeekAgo: number;
  stage: StageEntry;
  /** Under the model in shadow, if there is one. */
  shadowLogOdds?: number | null;
}>;

/**
 * One line of COPY's text format without its end, about 450 bytes. Only texts that rules or people named can hold a
 * character that COPY reads as its own, so only those are looked through.
 * Value at risk is the monthly revenue times the probability of losing it; a departed customer has none left to lose.
 */
export function scoreRow(setup: ScoringSetup, runId: number, scored: ScoredCustomer): string {
  const { score, stage, mrrMinor } = scored;
  const isDeparted = stage.stage === "departed";
  const probability = assertProbability(score.probability);
  const top = score.reasons.find((reason) => reason.logOdds > 0);
  const fields = [
    setup.settings.id,
    runId,
    scored.customerId,
    new Date(score.asOfMs).toISOString(),
    probability,
    score.logOdds,
    score.intercept,
    isDeparted ? probability - DEPARTED_OFFSET : probability,
    bandOf(probability, setup.settings.bandFloors),
    stage.stage,
    new Date(stage.enteredAtMs).toISOString(),
    escapeText(score.evidence),
    pointsFromLogOdds(score.logOdds - scored.logOddsWeekAgo),
    mrrMinor === null || isDeparted ? NULL : Math.round(mrrMinor * probability),
    topReasonOf(top),
    escapeText(reasonsOf(score.reasons)),
    scored.shadowLogOdds ?? NULL,
    reasonCategory(setup.rules, top) ?? NULL,
  ];
  return fields.join("\t");
}

function topReasonOf(top: Reason | undefined): string {
  return top ? escapeText(JSON.stringify({ text: top.text, points: top.points })) : NULL;
}

function reasonsOf(reasons: readonly Reason[]): string {
  let text = "";
  for (const { ruleKey, logOdds } of reasons) text += `${text && ","}[${JSON.stringify(ruleKey)},${logOdds}]`;
  return `[${text}]`;
}

/** A number outside [0, 1] must never be stored: it would be a bug that looks like a risk. */
function assertProbability(probability: number): number {
  if (probability >= 0 && probability <= 1) return probability;
  throw new RangeError(`A probability must be between 0 and 1, not ${probability}.`);
}

const NULL = "\\N";
const SPECIAL = /[\\\t\n\r]/;

function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character) : text;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
