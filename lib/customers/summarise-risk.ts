import type { Member } from "@/lib/auth/member";
import type { Band } from "@/lib/bands/bands";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { seesOnlyOwnBook } from "./visible-customers";

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
  Record<"calm" | "watch" | "at_risk" | "critical" | "wavering" | "rose" | "worsened" | "improved" | "departed", number>
> &
  Readonly<{ value_at_risk_minor: string | null; currency: string }>;

/** As many rows as the member sees owners, however many customers: the figures are kept as scores are written. */
export async function summariseRisk(member: Member): Promise<RiskSummary> {
  const parameters: unknown[] = [member.organisationId];
  if (seesOnlyOwnBook(member)) parameters.push(member.id);
  const own = parameters.length > 1 ? "AND r.owner_id = $2" : "";
  const { rows } = await withTenantClient(member.organisationId, (client) =>
    client.query<SummaryRow>(
      `SELECT ${["calm", "watch", "at_risk", "critical", "wavering", "rose", "worsened", "improved", "departed"]
        .map((figure) => `coalesce(sum(r.${figure}), 0)::int AS ${figure}`)
        .join(", ")},
              CASE WHEN sum(r.valued) > 0 THEN sum(r.value_at_risk_minor)::text END AS value_at_risk_minor, g.currency
       FROM organisation g
       LEFT JOIN risk_summary r ON r.organisation_id = g.id AND r.run_id = g.current_score_run_id ${own}
       WHERE g.id = $1 GROUP BY g.currency`,
      parameters,
    ),
  );
  const [row] = rows;
  if (!row) throw new Error("There is no such organisation");
  return {
    customers: row.calm + row.watch + row.at_risk + row.critical,
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
