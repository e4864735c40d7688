import { systemPool } from "@/lib/db/pool";
import { log } from "@/lib/log";
import packageJson from "@/package.json" with { type: "json" };

/** Whether the database answers and how far behind the work is. */
export type Health = Readonly<{
  status: "ok" | "down";
  database: "ok" | "down";
  jobs: Readonly<{ queued: number; oldestSeconds: number }>;
  version: string;
}>;

const { version } = packageJson;

export async function readHealth(): Promise<Health> {
  try {
    const { rows } = await systemPool().query<{ queued: number; oldest_seconds: number }>(
      `SELECT count(*)::int AS queued, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS oldest_seconds
       FROM job WHERE state = 'queued'`,
    );
    const { queued = 0, oldest_seconds: oldestSeconds = 0 } = rows[0] ?? {};
    return { status: "ok", database: "ok", jobs: { queued, oldestSeconds }, version };
  } catch (error) {
    log().error({ err: error }, "the database does not answer");
    return { status: "down", database: "down", jobs: { queued: 0, oldestSeconds: 0 }, version };
  }
}
