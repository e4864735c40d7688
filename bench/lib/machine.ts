import { availableParallelism } from "node:os";
import { systemPool } from "@/lib/db/pool";

/** What the figures were measured on. */
export async function describeMachine(): Promise<{ cores: number; node: string; postgres: string }> {
  const { rows } = await systemPool().query<{ server_version: string }>("SHOW server_version");
  return { cores: availableParallelism(), node: process.version, postgres: rows[0]?.server_version ?? "unknown" };
}

/** The most memory this process has held so far, in megabytes. */
export function peakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** Runs `work` and tells how long it took, in seconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const startedMs = performance.now();
  const result = await work();
  return { seconds: (performance.now() - startedMs) / 1000, result };
}

/** The middle of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
