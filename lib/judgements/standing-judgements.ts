import type { PoolClient } from "pg";
import type { StandingJudgement } from "./judgement-view";
import { saidRisk } from "./said-risk";
import { STANDS } from "./standing-overrides";

type StandingRow = Readonly<{
  customer_id: number;
  band: string | null;
  probability: number | null;
  reason: string;
  member_name: string;
  expires_at: Date;
  watch: number;
  at_risk: number;
  critical: number;
}>;

/** What people think of the risks of some customers now, by customer: one statement for a page of the leaderboard. */
export async function standingJudgements(
  client: PoolClient,
  organisationId: number,
  customers: readonly Readonly<{ id: number }>[],
): Promise<ReadonlyMap<number, Omit<StandingJudgement, "disagrees">>> {
  const { rows } = await client.query<StandingRow>(
    `SELECT j.customer_id, j.band, j.probability, j.reason, j.member_name, j.expires_at,
            g.band_watch AS watch, g.band_at_risk AS at_risk, g.band_critical AS critical
     FROM organisation g JOIN judgement j ON j.organisation_id = g.id
     WHERE g.id = $1 AND j.customer_id = ANY ($2::int[]) AND ${STANDS}`,
    [organisationId, customers.map(({ id }) => id)],
  );
  const standing = new Map<number, Omit<StandingJudgement, "disagrees">>();
  for (const row of rows) {
    const floors = { watch: row.watch, "at-risk": row.at_risk, critical: row.critical };
    const said = saidRisk(row.band, row.probability, floors);
    if (said === null) continue;
    const { reason, member_name: author } = row;
    standing.set(row.customer_id, { said, author, reason, expiresAtMs: row.expires_at.getTime() });
  }
  return standing;
}
