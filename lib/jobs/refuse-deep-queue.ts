import { systemPool } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";

/** So many jobs and batches to score of one organisation may wait before its senders are told to slow down. */
export const MAX_WAITING_JOBS = 5_000;

const ASKED_EVERY_MS = 1_000;
const RETRY_AFTER_SECONDS = 15;

type Depth = Readonly<{ askedAtMs: number; isDeep: boolean }>;

const known = new Map<number, Depth>();
const MOST_KNOWN = 10_000;

/**
 * Back-pressure: refuses new rows while the work that earlier rows made is far behind. Asked of the database once a second
 * for each organisation, by the index over waiting jobs, and no further than the limit.
 * @throws AppError rate-limited with the seconds to wait
 */
export async function refuseDeepQueue(organisationId: number): Promise<void> {
  const nowMs = performance.now();
  const last = known.get(organisationId);
  const isDeep = last && nowMs - last.askedAtMs < ASKED_EVERY_MS ? last.isDeep : await ask(organisationId, nowMs);
  if (!isDeep) return;
  const most = MAX_WAITING_JOBS.toLocaleString("en");
  throw new AppError(
    "rate-limited",
    `More than ${most} jobs and batches of this organisation wait. Send the same batch again later.`,
    {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    },
  );
}

async function ask(organisationId: number, askedAtMs: number): Promise<boolean> {
  const { rowCount } = await systemPool().query(
    `SELECT FROM (SELECT FROM job WHERE organisation_id = $1 AND state = 'queued'
                  UNION ALL SELECT FROM score_order WHERE organisation_id = $1) AS waiting OFFSET $2 LIMIT 1`,
    [organisationId, MAX_WAITING_JOBS],
  );
  const isDeep = rowCount === 1;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(organisationId, { askedAtMs, isDeep });
  return isDeep;
}
