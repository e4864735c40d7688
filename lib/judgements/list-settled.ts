import type { Member } from "@/lib/auth/member";
import type { BandFloors } from "@/lib/bands/bands";
import { visibleCustomers } from "@/lib/customers/visible-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { SaidRisk } from "./judgement-view";
import { saidRisk } from "./said-risk";
import { type Nearer, whoWasNearer } from "./who-was-nearer";

/** A judgement of which it is known how it ended: the break-up came, or its horizon is over. */
export type SettledJudgement = Readonly<{
  externalId: string;
  name: string;
  author: string;
  madeAtMs: number;
  person: SaidRisk;
  model: SaidRisk;
  brokeUp: boolean;
  nearer: Nearer;
  /** Squared distances from what happened (1 or 0): the smaller, the better. */
  personError: number;
  modelError: number;
}>;

/** The newest; more would not change what they teach. */
const MOST_SETTLED = 1_000;

type Row = Readonly<{
  external_id: string;
  name: string;
  member_name: string;
  band: string | null;
  probability: number | null;
  model_probability: number;
  as_of_ms: number;
  broke_up: boolean;
  watch: number;
  at_risk: number;
  critical: number;
}>;

/** Whether the break-up came within the horizon after the judgement, by the organisation's definition, in local days. */
const BROKE_UP = `CASE g.break_up ->> 'type'
  WHEN 'recorded' THEN EXISTS (
    SELECT FROM outcome o WHERE o.organisation_id = j.organisation_id AND o.customer_id = j.customer_id
      AND o.type = 'break-up' AND o.occurred_on >= (j.as_of AT TIME ZONE g.time_zone)::date
      AND o.occurred_on <= (j.as_of AT TIME ZONE g.time_zone)::date + j.horizon_days)
  ELSE NOT EXISTS (
    SELECT FROM touchpoint t JOIN kind k ON k.organisation_id = t.organisation_id AND k.id = t.kind_id
    WHERE t.organisation_id = j.organisation_id AND t.customer_id = j.customer_id
      AND t.occurred_at > j.as_of AND t.occurred_at <= j.as_of + j.horizon_days * interval '1 day'
      AND k.key IN (SELECT jsonb_array_elements_text(g.break_up -> 'kinds'))) END`;

/** Taken back or said anew by the same person within a day: a slip of the pen, which proves nothing. */
const SLIP = `EXISTS (SELECT FROM judgement later WHERE later.organisation_id = j.organisation_id
  AND later.customer_id = j.customer_id AND later.id > j.id AND later.created_at < j.created_at + interval '1 day'
  AND (later.withdraws_id = j.id OR later.type = 'override' AND later.member_id IS NOT DISTINCT FROM j.member_id))`;

/** Judgements that are settled, newest first, of the customers that a member may see. An expired one settles as well. */
export async function listSettled(member: Member): Promise<SettledJudgement[]> {
  const parameters: unknown[] = [member.organisationId];
  const visible = visibleCustomers(member, parameters);
  const { rows } = await withTenantClient(member.organisationId, (client) =>
    client.query<Row>(
      `SELECT * FROM (
         SELECT c.external_id, c.name, j.id, j.member_name, j.band, j.probability, j.model_probability, ${BROKE_UP} AS broke_up,
                extract(epoch FROM j.as_of)::float8 * 1000 AS as_of_ms,
                j.as_of + j.horizon_days * interval '1 day' < coalesce(g.clock, now()) AS is_over,
                g.break_up ->> 'type' = 'recorded' AS ends_early,
                g.band_watch AS watch, g.band_at_risk AS at_risk, g.band_critical AS critical
         FROM organisation g
         JOIN judgement j ON j.organisation_id = g.id AND j.type = 'override'
         JOIN customer c ON c.organisation_id = g.id AND c.id = j.customer_id
         WHERE g.id = $1 AND ${visible} AND NOT ${SLIP}) judged
       WHERE is_over OR (ends_early AND broke_up) ORDER BY id DESC LIMIT ${MOST_SETTLED}`,
      parameters,
    ),
  );
  return rows.flatMap(toSettled);
}

function toSettled(row: Row): SettledJudgement[] {
  const floors: BandFloors = { watch: row.watch, "at-risk": row.at_risk, critical: row.critical };
  const person = saidRisk(row.band, row.probability, floors);
  const model = saidRisk(null, row.model_probability, floors);
  if (person === null || model === null) return [];
  const { external_id: externalId, name, member_name: author, as_of_ms: madeAtMs, broke_up: brokeUp } = row;
  return [
    { externalId, name, author, madeAtMs, person, model, brokeUp, ...whoWasNearer(person, model, brokeUp, floors) },
  ];
}
