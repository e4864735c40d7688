/** Points are log-odds in the unit in which +20 doubles the odds. */
export const LOG_ODDS_PER_POINT = Math.LN2 / 20;

/** Log-odds from points. */
export function logOddsFromPoints(points: number): number {
  return points * LOG_ODDS_PER_POINT;
}

/** Points from log-odds. */
export function pointsFromLogOdds(logOdds: number): number {
  return logOdds / LOG_ODDS_PER_POINT;
}
