import { withTenant } from "@/lib/db/with-tenant";
import type { BacktestRows } from "./measure-backtest";

/** Whether a break-up had been called at risk: by both rule sets, by one of them, or by none. */
export const CALLS = ["only-candidate", "only-current", "both", "neither"] as const;
export type Call = (typeof CALLS)[number];

/** A past break-up by name, and what the rules said of the customer at the date before it. */
export type NamedBreakUp = Readonly<{
  externalId: string;
  name: string;
  asOf: string;
  call: Call;
  probability: number;
  currentProbability: number;
}>;

export type BreakUpCalls = Readonly<{ calls: Readonly<Record<Call, number>>; named: readonly NamedBreakUp[] }>;

/** For each way to be called. */
const MOST_NAMED = 25;

type Rows = BacktestRows & Readonly<{ externalIds: readonly string[]; asOfMs: ArrayLike<number> }>;

/** Counts break-ups by who called them, and names the newest of each, at most 25. */
export async function nameBreakUps(organisationId: number, rows: Rows, floor: number): Promise<BreakUpCalls> {
  const calls: Record<Call, number> = { "only-candidate": 0, "only-current": 0, both: 0, neither: 0 };
  const byDate = Array.from(rows.outcomes, (_, row) => row)
    .filter((row) => rows.outcomes[row] === 1)
    .sort((a, b) => (rows.asOfMs[b] as number) - (rows.asOfMs[a] as number) || a - b);
  const chosen: { row: number; call: Call; externalId: string }[] = [];
  for (const row of byDate) {
    const call = callOf((rows.candidate[row] as number) >= floor, (rows.current[row] as number) >= floor);
    calls[call] += 1;
    const externalId = rows.externalIds[rows.customerOf[row] as number] ?? "";
    if (calls[call] <= MOST_NAMED) chosen.push({ row, call, externalId });
  }
  const customers = await withTenant(organisationId, (tx) =>
    tx.customer.findMany({
      where: { organisationId, externalId: { in: chosen.map(({ externalId }) => externalId) } },
      select: { externalId: true, name: true },
    }),
  );
  const names = new Map(customers.map(({ externalId, name }) => [externalId, name]));
  return {
    calls,
    named: chosen.map(({ row, call, externalId }) => ({
      externalId,
      name: names.get(externalId) ?? externalId,
      asOf: new Date(rows.asOfMs[row] as number).toISOString(),
      call,
      probability: rows.candidate[row] as number,
      currentProbability: rows.current[row] as number,
    })),
  };
}

function callOf(byCandidate: boolean, byCurrent: boolean): Call {
  if (byCandidate) return byCurrent ? "both" : "only-candidate";
  return byCurrent ? "only-current" : "neither";
}
