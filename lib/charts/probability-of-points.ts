/** The probability at a total of points: points are log-odds, 20 of them double the odds. */
export function probabilityOfPoints(points: number): number {
  return 1 / (1 + 2 ** (-points / 20));
}
