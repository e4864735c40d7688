import type { TenantTransaction } from "@/lib/db/with-tenant";

/** One period of a model: what it predicted at its start, and what happened within the horizon after. */
export type DriftPeriod = Readonly<{
  asOf: string;
  customers: number;
  /** Break-ups to expect by the probabilities, and how many there were. */
  predicted: number;
  happened: number;
  /** Between these, chance alone explains what happened in 95 of 100 periods. */
  low: number;
  high: number;
  /** How far apart the two are, in standard deviations of what chance alone makes. */
  z: number;
  /** The model learned from this time: it should know it. */
  seenInTraining: boolean;
}>;

export type Drift = Readonly<{
  periods: readonly DriftPeriod[];
  /** In words, when predictions and what happens have come apart; null while they have not. */
  notice: string | null;
}>;

const MOST_PERIODS = 24;
/** Beyond this, twice in a row and the same way, it is not chance. */
const Z_OF_DRIFT = 3;
const PERIODS_OF_DRIFT = 2;
const Z_OF_95 = 1.96;

/** Predicted against happened per period of a model, oldest first, and a notice when its calibration has drifted. */
export async function readDrift(
  tx: TenantTransaction,
  model: Readonly<{ organisationId: number; version: number; lastAsOfMs: number | null }>,
): Promise<Drift> {
  const rows = await tx.modelPeriod.findMany({
    where: { organisationId: model.organisationId, modelVersion: model.version, customers: { gt: 0 } },
    orderBy: { asOf: "desc" },
    take: MOST_PERIODS,
  });
  const periods = rows.reverse().map((row) => ({
    asOf: row.asOf.toISOString(),
    customers: row.customers,
    predicted: row.predicted,
    happened: row.happened,
    low: Math.max(0, row.predicted - Z_OF_95 * Math.sqrt(row.variance)),
    high: Math.min(row.customers, row.predicted + Z_OF_95 * Math.sqrt(row.variance)),
    z: row.variance > 0 ? (row.happened - row.predicted) / Math.sqrt(row.variance) : 0,
    seenInTraining: model.lastAsOfMs !== null && row.asOf.getTime() <= model.lastAsOfMs,
  }));
  return { periods, notice: noticeOf(periods) };
}

function noticeOf(periods: readonly DriftPeriod[]): string | null {
  const last = periods.slice(-PERIODS_OF_DRIFT);
  if (last.length < PERIODS_OF_DRIFT) return null;
  const isMore = last.every(({ z }) => z > Z_OF_DRIFT);
  const isFewer = last.every(({ z }) => z < -Z_OF_DRIFT);
  if (!isMore && !isFewer) return null;
  const figures = last.map(({ predicted, happened }) => `${happened} instead of ${predicted.toFixed(1)}`).join(" and ");
  return (
    `In the last two periods ${isMore ? "more" : "fewer"} customers broke up than this model predicted (${figures}), ` +
    "and chance does not explain that. Train a new one."
  );
}
