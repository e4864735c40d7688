import { Pool } from "pg";
import { env } from "@/lib/env";

/** The role the application works under: owns nothing, cannot bypass row-level security. Made by the first migration. */
export const APP_ROLE = "rekindle_app";

/** What a connection may do, and how many of each a process opens at most. */
const KINDS = {
  app: { max: 12, options: `-c role=${APP_ROLE}`, pipeline: false },
  pipeline: { max: 6, options: `-c role=${APP_ROLE}`, pipeline: true },
  system: { max: 6, options: undefined, pipeline: false },
} as const;

const pools = new Map<keyof typeof KINDS, Pool>();

function poolOf(name: keyof typeof KINDS): Pool {
  const existing = pools.get(name);
  if (existing) return existing;
  const pool = new Pool({
    ...KINDS[name],
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 15_000,
    application_name: `rekindle-${name}`,
  });
  // An idle connection that breaks (a database restart) is dropped by the pool; without a listener it would end the process.
  const dropped = () => undefined;
  pool.on("error", dropped);
  pool.on("connect", (client) => client.on("error", dropped));
  pools.set(name, pool);
  return pool;
}

/** Connections under the application's role: every statement is subject to row-level security. */
export function appPool(): Pool {
  return poolOf("app");
}

/** Connections like those, over which statements go without waiting for the answers to those before: see withTenantPipeline. */
export function pipelinePool(): Pool {
  return poolOf("pipeline");
}

/** Connections of the owner, for migrations, the job queue and the list of organisations. Never for tenant rows. */
export function systemPool(): Pool {
  return poolOf("system");
}

/** Ends all connections, for commands that are done. */
export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((pool) => pool.end()));
}
