import { parseArgs } from "node:util";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { systemMember } from "@/lib/auth/system-member";
import { inTurns } from "./lib/in-turns";
import { makeLeaderboard } from "./lib/leaderboard-data";
import { type LeaderboardQueries, leaderboardQueries } from "./lib/leaderboard-queries";
import { describeMachine, peakMemoryMb, timed } from "./lib/machine";

const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 240;
const CLIENTS = 32;
const MIXED_REQUESTS = 1_280;

type Figures = Record<keyof LeaderboardQueries, number>;

/**
 * The leaderboard over HTTP from the production server: pages, filters, search and count for 1,000,000 customers against the
 * same for 10,000, one request after another; then 32 clients at once, who must all be answered.
 * @param args `--address` is where the server listens, on the database of this process
 */
export async function benchLeaderboard(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({ args: [...args], strict: false, options: { address: { type: "string" } } });
  const many = args.includes("--small") ? MANY / 10 : MANY;
  const few = await measure(String(values.address), "Few", FEW);
  const large = await measure(String(values.address), "Many", many);
  const crowd = await askAtOnce(large.ask, large.queries);
  const names = Object.keys(large.p95Ms) as (keyof LeaderboardQueries)[];
  return {
    bench: "leaderboard",
    ratios: { p95Growth: byName(names, (name) => round(large.p95Ms[name] / few.p95Ms[name])), p95Ms: large.p95Ms },
    product: { customers: many, slowest: large.slowest, crowd },
    reference: { customers: FEW, p95Ms: few.p95Ms },
    peakMemoryMb: peakMemoryMb(),
    machine: await describeMachine(),
  };
}

type Ask = (path: string) => Promise<void>;

async function measure(address: string, name: string, customers: number) {
  const organisationId = await makeLeaderboard(name, customers);
  const key = await createApiKey(systemMember(organisationId), { name: "Bench", scopes: ["read"] });
  const ask = asker(`${address}/api/v1`, key);
  const queries = await leaderboardQueries(organisationId);
  const slowest: Record<string, number> = {};
  const p95Ms = {} as Figures;
  for (const [kind, paths] of Object.entries(queries) as [keyof LeaderboardQueries, string[]][]) {
    // Once round first, so that pages of the tables are in memory, as they are on any working day.
    for (const path of paths) await ask(path);
    const figures: number[] = [];
    for (let at = 0; at < ROUNDS; at += 1) {
      const path = paths[at % paths.length] ?? "";
      const { seconds } = await timed(() => ask(path));
      figures.push(seconds * 1000);
      slowest[path] = Math.max(slowest[path] ?? 0, round(seconds * 1000));
    }
    p95Ms[kind] = round(share(figures, 0.95));
  }
  const worst = Object.entries(slowest).sort(([, one], [, other]) => other - one);
  return { ask, queries, p95Ms, slowest: Object.fromEntries(worst.slice(0, 8)) };
}

/** @throws Error for an answer that is none */
function asker(base: string, key: string): Ask {
  const headers = { authorization: `Bearer ${key}` };
  return async (path) => {
    const response = await fetch(`${base}${path}`, { headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  };
}

async function askAtOnce(ask: Ask, queries: LeaderboardQueries) {
  const paths = Object.values(queries).flat();
  let errors = 0;
  const figures: number[] = [];
  const { seconds } = await timed(() =>
    inTurns(CLIENTS, MIXED_REQUESTS, async (index) => {
      const { seconds: took } = await timed(() =>
        ask(paths[(index * 7) % paths.length] ?? "").catch(() => {
          errors += 1;
        }),
      );
      figures.push(took * 1000);
    }),
  );
  return {
    clients: CLIENTS,
    requests: MIXED_REQUESTS,
    errors,
    perSecond: round(MIXED_REQUESTS / seconds),
    p95Ms: round(share(figures, 0.95)),
  };
}

function byName(names: readonly (keyof LeaderboardQueries)[], figure: (name: keyof LeaderboardQueries) => number) {
  return Object.fromEntries(names.map((name) => [name, figure(name)]));
}

/** The value under which so large a share of the figures lies. */
function share(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
