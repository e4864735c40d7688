/** Fewer break-ups than this, or customers who stayed, are too few to learn from. */
export const LEAST_BREAK_UPS = 30;

/** Why nothing can be learned from outcomes (1: a break-up), in plain words; null when something can. */
export function whyNotLearnable(outcomes: ArrayLike<number>): string | null {
  let breakUps = 0;
  for (let row = 0; row < outcomes.length; row++) breakUps += outcomes[row] as number;
  const stayed = outcomes.length - breakUps;
  if (outcomes.length === 0) {
    return "There is nothing to learn from: no customer of the population has a horizon that is over.";
  }
  if (breakUps === 0) return "There is nothing to learn from: none of the customers broke up within the horizon.";
  if (stayed === 0) return "There is nothing to learn from: all of the customers broke up within the horizon.";
  if (breakUps < LEAST_BREAK_UPS)
    return `There are ${breakUps} of the ${LEAST_BREAK_UPS} break-ups that learning needs.`;
  if (stayed < LEAST_BREAK_UPS) {
    return `Only ${stayed} customers stayed, of the ${LEAST_BREAK_UPS} that learning needs to compare break-ups with.`;
  }
  return null;
}
