import type { PoolClient } from "pg";
import type { SaidRisk } from "@/lib/judgements/judgement-view";
import { saidRisk } from "@/lib/judgements/said-risk";
import { STANDS } from "@/lib/judgements/standing-overrides";

/** A judgement that ends soon: judge anew, or let the model have it. */
export type EndingJudgement = Readonly<{
  externalId: string;
  name: string;
  said: SaidRisk;
  reason: string;
  expiresAtMs: number;
}>;

const WITHIN_DAYS = 14;
const MOST_SHOWN = 8;

type Row = Readonly<{
  external_id: string;
  name: string;
  band: string | null;
  probability: number | null;
  reason: string;
  expires_at_ms: number;
  watch: number;
  at_risk: number;
  critical: number;
}>;

/** Judgements of a book's customers that end within two weeks, soonest first. */
export async function readEndingJudgements(
  client: PoolClient,
  organisationId: number,
  ownerId: number,
): Promise<EndingJudgement[]> {
  const { rows } = await client.query<Row>(
    `SELECT c.external_id, c.name, j.band, j.probability, j.reason, extract(epoch FROM j.expires_at)::float8 * 1000 AS expires_at_ms,
            g.band_watch AS watch, g.band_at_risk AS at_risk, g.band_critical AS critical
     FROM organisation g
     JOIN judgement j ON j.organisation_id = g.id
     JOIN customer c ON c.organisation_id = g.id AND c.id = j.customer_id AND c.owner_id = $2
     WHERE g.id = $1 AND ${STANDS} AND j.expires_at <= coalesce(g.clock, now()) + interval '${WITHIN_DAYS} days'
     ORDER BY j.expires_at, j.id LIMIT ${MOST_SHOWN}`,
    [organisationId, ownerId],
  );
  return rows.flatMap(({ external_id: externalId, name, reason, expires_at_ms: expiresAtMs, ...row }) => {
    const said = saidRisk(row.band, row.probability, {
      watch: row.watch,
      "at-risk": row.at_risk,
      critical: row.critical,
    });
    return said ? [{ externalId, name, said, reason, expiresAtMs }] : [];
  });
}
