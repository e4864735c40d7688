import type { IsotonicCalibration } from "@/lib/scoring/model/calibration/calibration";

interface Block {
  readonly fromLogOdds: number;
  toLogOdds: number;
  happened: number;
  rows: number;
}

/**
 * Isotonic regression by pooling adjacent violators: the non-decreasing step function closest to the outcomes, joined by
 * straight lines. Rows with equal log-odds are one block from the start, so that their order does not matter.
 * Probabilities are kept 1 / (rows + 2) away from 0 and 1.
 * Source: Zadrozny and Elkan 2002, Transforming classifier scores into accurate multiclass probability estimates.
 */
export function fitIsotonic(logOdds: ArrayLike<number>, outcomes: ArrayLike<number>): IsotonicCalibration {
  const rows = logOdds.length;
  if (rows === 0) throw new RangeError("There must be rows to calibrate on.");
  const order = Uint32Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) => (logOdds[a] as number) - (logOdds[b] as number),
  );
  const blocks: Block[] = [];
  for (const row of order) {
    const at = logOdds[row] as number;
    const last = blocks.at(-1);
    if (last?.fromLogOdds === at && last.toLogOdds === at) {
      last.happened += outcomes[row] as number;
      last.rows++;
    } else {
      pool(blocks);
      blocks.push({ fromLogOdds: at, toLogOdds: at, happened: outcomes[row] as number, rows: 1 });
    }
  }
  pool(blocks);
  return toCalibration(blocks, rows);
}

/** Merges the last block into the one before it for as long as it lies lower. */
function pool(blocks: Block[]): void {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (!last || !before || last.happened * before.rows > before.happened * last.rows) return;
    blocks.pop();
    before.toLogOdds = last.toLogOdds;
    before.happened += last.happened;
    before.rows += last.rows;
  }
}

function toCalibration(blocks: readonly Block[], rows: number): IsotonicCalibration {
  const margin = 1 / (rows + 2);
  const points = blocks.flatMap(({ fromLogOdds, toLogOdds, happened, rows: within }) => {
    const probability = Math.min(1 - margin, Math.max(margin, happened / within));
    const ends = fromLogOdds === toLogOdds ? [fromLogOdds] : [fromLogOdds, toLogOdds];
    return ends.map((logOdds) => ({ logOdds, probability }));
  });
  return {
    type: "isotonic",
    logOdds: points.map((point) => point.logOdds),
    probabilities: points.map((point) => point.probability),
  };
}
