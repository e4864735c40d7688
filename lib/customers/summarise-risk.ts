import type { Member } from "@/lib/auth/member";
import type { Band } from "@/lib/bands/bands";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { visibleCustomers } from "./visible-customers";

/** The figures above the leaderboard, over the customers the member may see; departed ones only in `departed`. */
export type RiskSummary = Readonly<{
  customers: number;
  byBand: Readonly<Record<Band, number>>;
  wavering: number;
  /** Monthly revenue times probability, summed over customers who pay in `currency`; null while no MRR is known. */
  valueAtRiskMinor: number | null;
  currency: string;
  roseByTenPoints7d: number;
  worsened7d: number;
  improved7d: number;
  departed: number;
}>;

type SummaryRow = Readonly<
  Record<
    | "customers"
    | "calm"
    | "watch"
    | "at_risk"
    | "critical"
    | "wavering"
    | "rose"
    | "worsened"
    | "improved"
    | "departed",
    number
  >
> &
  Readonly<{ value_at_risk_minor: string | null; currency: string }>;

/** One pass over the current run: a few milliseconds for 10,000 customers. */
export async function summariseRisk(member: Member): Promise<RiskSummary> {
  const parameters: unknown[] = [member.organisationId];
  const visible = visibleCustomers(member, parameters);
  const { rows } = await withTenantClient(member.organisationId, (client) =>
    client.query<SummaryRow>(
      `SELECT count(*) FILTER (WHERE current)::int AS customers,
              count(*) FILTER (WHERE current AND band = 'calm')::int AS calm,
              count(*) FILTER (WHERE current AND band = 'watch')::int AS watch,
              count(*) FILTER (WHERE current AND band = 'at-risk')::int AS at_risk,
              count(*) FILTER (WHERE current AND band = 'critical')::int AS critical,
              count(*) FILTER (WHERE stage = 'wavering')::int AS wavering,
              count(*) FILTER (WHERE current AND change_7d >= 10)::int AS rose,
              count(*) FILTER (WHERE current AND change_7d >= 1)::int AS worsened,
              count(*) FILTER (WHERE current AND change_7d <= -1)::int AS improved,
              count(*) FILTER (WHERE NOT current)::int AS departed,
              sum(value_at_risk_minor) FILTER (WHERE current AND is_own_currency) AS value_at_risk_minor,
              (SELECT currency FROM organisation WHERE id = $1) AS currency
       FROM (SELECT s.band, s.stage, s.change_7d, s.value_at_risk_minor, s.stage <> 'departed' AS current,
                    coalesce(c.currency, g.currency) = g.currency AS is_own_currency
             FROM organisation g
             JOIN score s ON s.organisation_id = g.id AND s.run_id = g.current_score_run_id
             JOIN customer c ON c.organisation_id = s.organisation_id AND c.id = s.customer_id
             WHERE g.id = $1 AND ${visible}) scored`,
      parameters,
    ),
  );
  const [row] = rows;
  if (!row) throw new Error("An aggregate returned no row");
  return {
    customers: row.customers,
    byBand: { calm: row.calm, watch: row.watch, "at-risk": row.at_risk, critical: row.critical },
    wavering: row.wavering,
    valueAtRiskMinor: row.value_at_risk_minor === null ? null : Number(row.value_at_risk_minor),
    currency: row.currency,
    roseByTenPoints7d: row.rose,
    worsened7d: row.worsened,
    improved7d: row.improved,
    departed: row.departed,
  };
}
