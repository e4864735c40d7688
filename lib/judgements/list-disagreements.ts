import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { BANDS, type Band } from "@/lib/bands/bands";
import { visibleCustomers } from "@/lib/customers/visible-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { SaidRisk } from "./judgement-view";
import { DISAGREES, MODEL_BAND, SAID_BAND, STANDS } from "./standing-overrides";

/** A customer whose risk a person sees otherwise than the model. */
export type Disagreement = Readonly<{
  externalId: string;
  name: string;
  person: SaidRisk;
  model: Readonly<{ band: Band; probability: number }>;
  reason: string;
  author: string;
  madeAtMs: number;
  expiresAtMs: number;
}>;

export type Disagreements = Readonly<{ items: readonly Disagreement[]; total: number }>;

/** More than this nobody works through in a day; the rest come up as these are settled. */
const MOST_SHOWN = 100;

type Row = Readonly<{
  external_id: string;
  name: string;
  said_band: string;
  said_probability: number | null;
  band: string;
  probability: number;
  reason: string;
  member_name: string;
  as_of_ms: number;
  expires_at_ms: number;
  total: number;
}>;

const band = z.enum(BANDS);

/** Where people and the model disagree now, those with most at stake first; a manager's own book alone. */
export async function listDisagreements(member: Member): Promise<Disagreements> {
  const parameters: unknown[] = [member.organisationId];
  const visible = visibleCustomers(member, parameters);
  const { rows } = await withTenantClient(member.organisationId, (client) =>
    client.query<Row>(
      `SELECT c.external_id, c.name, ${SAID_BAND} AS said_band, j.probability AS said_probability, ${MODEL_BAND} AS band, s.probability,
              j.reason, j.member_name, extract(epoch FROM j.as_of)::float8 * 1000 AS as_of_ms,
              extract(epoch FROM j.expires_at)::float8 * 1000 AS expires_at_ms, count(*) OVER ()::int AS total
       FROM organisation g
       JOIN judgement j ON j.organisation_id = g.id
       JOIN customer c ON c.organisation_id = g.id AND c.id = j.customer_id
       JOIN score s ON s.organisation_id = g.id AND s.run_id = g.current_score_run_id AND s.customer_id = j.customer_id
       WHERE g.id = $1 AND ${visible} AND ${STANDS} AND ${DISAGREES}
       ORDER BY c.mrr_minor DESC NULLS LAST, j.id LIMIT ${MOST_SHOWN}`,
      parameters,
    ),
  );
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map((row) => ({
      externalId: row.external_id,
      name: row.name,
      person: { band: band.parse(row.said_band), probability: row.said_probability },
      model: { band: band.parse(row.band), probability: row.probability },
      reason: row.reason,
      author: row.member_name,
      madeAtMs: row.as_of_ms,
      expiresAtMs: row.expires_at_ms,
    })),
  };
}
