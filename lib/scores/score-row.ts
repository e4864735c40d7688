import { bandOf } from "@/lib/bands/band-of";
import type { StageEntry } from "@/lib/journey/derive-stages";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import type { Score } from "@/lib/scoring/types";
import type { ScoringSetup } from "./scoring-setup";

/** Columns of `score` that a row is made of, in this order. */
export const SCORE_COLUMNS = `organisation_id, run_id, customer_id, as_of, probability, log_odds, intercept, risk_order,
  band, stage, stage_since, evidence, change_7d, value_at_risk_minor, top_reason, reasons`;

/** Departed customers are ordered after everyone who can still be kept. */
const DEPARTED_OFFSET = 2;

export type ScoredCustomer = Readonly<{
  customerId: number;
  mrrMinor: number | null;
  score: Score;
  logOddsWeekAgo: number;
  stage: StageEntry;
}>;

/**
 * One line of COPY's text format.
 * Value at risk is the monthly revenue times the probability of losing it; a departed customer has none left to lose.
 */
export function scoreRow(setup: ScoringSetup, runId: number, scored: ScoredCustomer): string {
  const { score, stage } = scored;
  const isDeparted = stage.stage === "departed";
  const [top] = score.reasons.filter((reason) => reason.logOdds > 0);
  const topReason = top && { text: top.text, points: top.points };
  return copyLine([
    setup.settings.id,
    runId,
    scored.customerId,
    new Date(score.asOfMs).toISOString(),
    assertProbability(score.probability),
    score.logOdds,
    score.intercept,
    isDeparted ? score.probability - DEPARTED_OFFSET : score.probability,
    bandOf(score.probability, setup.settings.bandFloors),
    stage.stage,
    new Date(stage.enteredAtMs).toISOString(),
    score.evidence,
    pointsFromLogOdds(score.logOdds - scored.logOddsWeekAgo),
    scored.mrrMinor === null || isDeparted ? null : Math.round(scored.mrrMinor * score.probability),
    topReason ? JSON.stringify(topReason) : null,
    JSON.stringify(score.reasons.map((reason) => [reason.ruleKey, reason.logOdds])),
  ]);
}

/** A number outside [0, 1] must never be stored: it would be a bug that looks like a risk. */
function assertProbability(probability: number): number {
  if (probability >= 0 && probability <= 1) return probability;
  throw new RangeError(`A probability must be between 0 and 1, not ${probability}.`);
}

function copyLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map((field) => (field === null ? "\\N" : escapeText(String(field)))).join("\t")}\n`;
}

function escapeText(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
