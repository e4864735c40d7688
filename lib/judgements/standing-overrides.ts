import { LOG_ODDS_PER_POINT } from "@/lib/scoring/points";
import { POINTS_OF_DISAGREEMENT } from "./disagrees";

/** The band that a row `j` of `judgement` says, by the thresholds of an organisation `g`. */
export const SAID_BAND = `coalesce(j.band, ${bandOf("j.probability")})`;

/** The band that the model's score `s` has by the thresholds of now: they may have moved since it was written. */
export const MODEL_BAND = bandOf("s.probability");

/** Whether a row `j` is the customer's newest override and has neither expired nor been taken back, by the clock of `g`. */
export const STANDS = `j.type = 'override' AND j.expires_at > coalesce(g.clock, now()) AND NOT EXISTS (
  SELECT FROM judgement later WHERE later.organisation_id = j.organisation_id AND later.customer_id = j.customer_id
    AND later.id > j.id AND (later.type = 'override' OR later.withdraws_id = j.id))`;

/** The same as `disagrees` for a row `j` and the score `s` of its customer, who has not left. */
export const DISAGREES = `s.stage <> 'departed' AND (${SAID_BAND} <> ${MODEL_BAND}
  OR abs(ln(j.probability / (1 - j.probability)) - s.log_odds) >= ${POINTS_OF_DISAGREEMENT * LOG_ODDS_PER_POINT})`;

/** For a query over customers' scores `s` of an organisation `g`: those where a person disagrees with the model. */
export const PERSON_DISAGREES = `EXISTS (SELECT FROM judgement j WHERE j.organisation_id = g.id
  AND j.customer_id = s.customer_id AND ${STANDS} AND ${DISAGREES})`;

function bandOf(probability: string): string {
  return `CASE WHEN ${probability} >= g.band_critical THEN 'critical' WHEN ${probability} >= g.band_at_risk THEN 'at-risk'
    WHEN ${probability} >= g.band_watch THEN 'watch' ELSE 'calm' END`;
}
