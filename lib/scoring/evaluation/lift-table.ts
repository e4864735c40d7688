/** What calling the riskiest share of customers would have caught. */
export interface LiftStep {
  /** Share of customers, riskiest first: 0.1, 0.2, … 1. */
  readonly share: number;
  readonly rows: number;
  readonly breakUps: number;
  /** Share of all break-ups that are among them. */
  readonly caught: number;
  /** Their rate of break-ups over that of all. */
  readonly lift: number;
}

const STEPS = 10;

/** Riskiest tenth, riskiest fifth, and so on to everyone; rows of equal probability in the order they come in. */
export function liftTable(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): readonly LiftStep[] {
  const order = Uint32Array.from(probabilities, (_, row) => row).sort(
    (a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b,
  );
  const count = (rows: Uint32Array) => rows.reduce((sum, row) => sum + (outcomes[row] as number), 0);
  const all = count(order);
  if (all === 0) return [];
  return Array.from({ length: STEPS }, (_, at) => {
    const share = (at + 1) / STEPS;
    const riskiest = order.subarray(0, Math.max(1, Math.round(share * order.length)));
    const breakUps = count(riskiest);
    const lift = breakUps / riskiest.length / (all / order.length);
    return { share, rows: riskiest.length, breakUps, caught: breakUps / all, lift };
  });
}
