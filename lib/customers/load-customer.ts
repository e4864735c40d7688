import type { PoolClient } from "pg";
import type { Member } from "@/lib/auth/member";
import { preparedQuery } from "@/lib/db/prepared-query";
import { AppError } from "@/lib/errors";
import type { DatedOutcome } from "@/lib/journey/absences-from-outcomes";
import type { CustomerFacts } from "@/lib/scoring/types";
import { STAGE_ENTERED_AT } from "./stage-entered-at";
import { traitsOf } from "./traits-of";
import { visibleCustomers } from "./visible-customers";

/** A customer's own row with owner, outcomes and what scoring stored, as one member may see it. */
export type LoadedCustomer = Readonly<{
  id: number;
  externalId: string;
  name: string;
  ownerName: string | null;
  mrrMinor: number | null;
  currency: string | null;
  startedOn: string | null;
  renewsOn: string | null;
  facts: CustomerFacts;
  outcomes: readonly DatedOutcome[];
  isScored: boolean;
  /** The stored score's moment, else the organisation's clock. */
  asOfMs: number;
  /** When scoring first saw the customer waver, if it does now. */
  waveringSinceMs: number | null;
}>;

type CustomerRow = Readonly<{
  id: number;
  external_id: string;
  name: string;
  owner_name: string | null;
  mrr_minor: string | null;
  currency: string | null;
  started_on: string | null;
  renews_on: string | null;
  traits: unknown;
  outcomes: DatedOutcome[] | null;
  is_scored: boolean;
  as_of_ms: number;
  wavering_since_ms: number | null;
}>;

/** @throws AppError not-found when there is none, or it is in another member's book: the two look alike from outside */
export async function loadCustomer(client: PoolClient, member: Member, externalId: string): Promise<LoadedCustomer> {
  const parameters: unknown[] = [member.organisationId, externalId];
  const visible = visibleCustomers(member, parameters);
  const [row] = await preparedQuery<CustomerRow>(
    client,
    `SELECT c.id, c.external_id, c.name, m.name AS owner_name, c.mrr_minor, c.currency,
            c.started_on::text, c.renews_on::text, c.traits,
            (SELECT json_agg(json_build_object('type', o.type,
               'occurredOnMs', extract(epoch FROM o.occurred_on::timestamp AT TIME ZONE 'UTC')::float8 * 1000)
               ORDER BY o.occurred_on, o.id)
             FROM outcome o WHERE o.organisation_id = c.organisation_id AND o.customer_id = c.id) AS outcomes,
            s.as_of IS NOT NULL AS is_scored,
            round(extract(epoch FROM date_trunc('milliseconds', coalesce(s.as_of, g.clock, now())))::float8 * 1000) AS as_of_ms,
            CASE WHEN s.stage = 'wavering' THEN extract(epoch FROM ${STAGE_ENTERED_AT})::float8 * 1000 END AS wavering_since_ms
     FROM customer c
     JOIN organisation g ON g.id = c.organisation_id
     LEFT JOIN member m ON m.organisation_id = c.organisation_id AND m.id = c.owner_id
     LEFT JOIN score s ON s.organisation_id = g.id AND s.run_id = g.current_score_run_id AND s.customer_id = c.id
     WHERE c.organisation_id = $1 AND c.external_id = $2 AND ${visible}`,
    parameters,
  );
  if (!row) throw new AppError("not-found", `There is no customer “${externalId}” that you can see.`);
  const mrrMinor = row.mrr_minor === null ? null : Number(row.mrr_minor);
  return {
    id: row.id,
    externalId: row.external_id,
    name: row.name,
    ownerName: row.owner_name,
    mrrMinor,
    currency: row.currency,
    startedOn: row.started_on,
    renewsOn: row.renews_on,
    facts: {
      startedOnMs: row.started_on === null ? null : Date.parse(row.started_on),
      renewsOnMs: row.renews_on === null ? null : Date.parse(row.renews_on),
      mrrMinor,
      traits: traitsOf(row.traits),
    },
    outcomes: row.outcomes ?? [],
    isScored: row.is_scored,
    asOfMs: row.as_of_ms,
    waveringSinceMs: row.wavering_since_ms,
  };
}
