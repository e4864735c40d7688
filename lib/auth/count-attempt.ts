import { getPrisma } from "@/lib/db/prisma";

/**
 * Counts one attempt under a key, atomically and by the database clock.
 * @returns 0 when it is within the limit, else the seconds until the window ends
 */
export async function countAttempt(key: string, limit: number, windowSeconds: number): Promise<number> {
  const [row] = await getPrisma().$queryRaw<{ count: number; secondsLeft: number }[]>`
    WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now_ms)
    INSERT INTO rate_limit AS kept (id, key, count, last_request)
    SELECT gen_random_uuid()::text, ${key}, 1, now_ms FROM clock
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN kept.last_request <= EXCLUDED.last_request - ${windowSeconds}::bigint * 1000
        THEN 1 ELSE least(kept.count + 1, 1000000) END,
      last_request = CASE WHEN kept.last_request <= EXCLUDED.last_request - ${windowSeconds}::bigint * 1000
        THEN EXCLUDED.last_request ELSE kept.last_request END
    RETURNING count,
      ceil((last_request + ${windowSeconds}::bigint * 1000 - (SELECT now_ms FROM clock)) / 1000.0)::int AS "secondsLeft"`;
  if (!row || row.count <= limit) return 0;
  return Math.max(1, row.secondsLeft);
}
