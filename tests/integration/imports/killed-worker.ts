import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { vi } from "vitest";
import { createRandom } from "@/lib/sample/random";
import { rowsOf } from "./import-text";

const CHILD = join(import.meta.dirname, "run-import-child.ts");

type Work = Readonly<{ work: "import" | "undo"; organisationId: number; importId: number; chunkRows: number }>;

/**
 * Starts a worker process ten times and kills it each time, at a moment that the seed decides: when the import has been
 * written to so many times. Time is then made to pass, so that the lease of the dead one is over.
 * @returns how often a worker ended by itself before it could be killed
 */
export async function killTenTimes(work: Work, seed: number, mostWrites: number): Promise<number> {
  const random = createRandom(seed);
  let ended = 0;
  for (let kill = 0; kill < 10; kill += 1) {
    const isOver = await killAfter(work, random.integer(0, mostWrites));
    ended += isOver ? 1 : 0;
    await rowsOf(
      work.organisationId,
      `UPDATE import SET lease_until = now() - interval '1 second' WHERE id = ${work.importId} AND lease_until IS NOT NULL`,
    );
  }
  return ended;
}

async function killAfter({ work, organisationId, importId, chunkRows }: Work, writes: number): Promise<boolean> {
  const numbers = [organisationId, importId, chunkRows].map(String);
  const child = spawn(process.execPath, ["--import", "tsx", CHILD, work, ...numbers], { stdio: "inherit" });
  const exit = once(child, "exit");
  // The claim is the first write: without it the worker has not begun.
  const seen = new Set<string>();
  await vi.waitUntil(
    async () => {
      const [row] = await rowsOf<{ version: string }>(
        organisationId,
        `SELECT xmin::text AS version FROM import WHERE id = ${importId}`,
      );
      if (row) seen.add(row.version);
      return seen.size > writes + 1 || child.exitCode !== null;
    },
    { timeout: 60_000, interval: 1 },
  );
  const isOver = child.exitCode !== null;
  child.kill("SIGKILL");
  await exit;
  return isOver;
}
