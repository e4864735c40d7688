import { LOG_ODDS_PER_POINT } from "@/lib/scoring/points";
import type { SaidRisk } from "./judgement-view";

/** From so many points on, two numbers of the same band disagree as well: one doubles the odds of the other. */
export const POINTS_OF_DISAGREEMENT = 20;

/** Whether a person and the model disagree: by band, or, where the person gave a number, by 20 points or more. */
export function disagrees(person: SaidRisk, model: Readonly<{ band: string; probability: number }>): boolean {
  if (person.band !== model.band) return true;
  if (person.probability === null) return false;
  const apart = Math.abs(logOddsOf(person.probability) - logOddsOf(model.probability));
  return apart >= POINTS_OF_DISAGREEMENT * LOG_ODDS_PER_POINT;
}

function logOddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}
