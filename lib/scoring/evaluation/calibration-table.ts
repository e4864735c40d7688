/** Rows whose probabilities are close together: what was predicted of them, and what happened. */
export interface CalibrationBin {
  readonly rows: number;
  /** Mean probability. */
  readonly predicted: number;
  /** Share that broke up. */
  readonly happened: number;
  /** 95% interval of that share. */
  readonly low: number;
  readonly high: number;
}

const BINS = 10;
const Z = 1.959963984540054;

/**
 * Ten parts of equal size by predicted probability, lowest first; fewer when there are fewer rows. Intervals after Wilson
 * 1927, Probable inference, the law of succession, and statistical inference.
 */
export function calibrationTable(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): readonly CalibrationBin[] {
  const order = Uint32Array.from(probabilities, (_, row) => row).sort(
    (a, b) => (probabilities[a] as number) - (probabilities[b] as number) || a - b,
  );
  const bins = Math.min(BINS, order.length);
  return Array.from({ length: bins }, (_, at) => {
    const part = order.subarray(Math.round((at * order.length) / bins), Math.round(((at + 1) * order.length) / bins));
    const rows = part.length;
    const predicted = part.reduce((sum, row) => sum + (probabilities[row] as number), 0) / rows;
    const happened = part.reduce((sum, row) => sum + (outcomes[row] as number), 0) / rows;
    return { rows, predicted, happened, ...wilson(happened, rows) };
  });
}

function wilson(share: number, rows: number): { low: number; high: number } {
  const spread = Z * Math.sqrt((share * (1 - share)) / rows + (Z * Z) / (4 * rows * rows));
  const centre = share + (Z * Z) / (2 * rows);
  const scale = 1 + (Z * Z) / rows;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
