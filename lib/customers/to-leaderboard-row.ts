import { z } from "zod";
import { BANDS } from "@/lib/bands/bands";
import type { ReasonText } from "@/lib/scoring/types";
import { STAGES } from "@/lib/stages/stages";
import type { LeaderboardRow } from "./leaderboard-row";

const text: z.ZodType<ReasonText> = z.lazy(() =>
  z.object({
    id: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    parts: z.record(z.string(), text).optional(),
  }),
);
const storedReason = z.object({
  text,
  points: z.number(),
});
const evidence = z.enum(["ok", "thin"]);
const stage = z.enum(STAGES);
const band = z.enum(BANDS);
const probability = z.number().min(0).max(1);

/** A row of the list as PostgreSQL gives it. */
export type StoredRow = Readonly<{
  external_id: string;
  name: string;
  mrr_minor: string | null;
  currency: string;
  renews_on: string | null;
  owner_name: string | null;
  probability: number;
  band: string;
  stage: string;
  evidence: string;
  change_7d: number;
  value_at_risk_minor: string | null;
  top_reason: unknown;
  as_of: Date;
}>;

/** @throws ZodError when a stored score is not one: it must fail loudly, not show a wrong risk */
export function toLeaderboardRow(row: StoredRow): LeaderboardRow {
  const chance = probability.parse(row.probability);
  return {
    externalId: row.external_id,
    name: row.name,
    stage: stage.parse(row.stage),
    owner: row.owner_name === null ? null : { name: row.owner_name },
    risk: chance * 100,
    probability: chance,
    band: band.parse(row.band),
    change7d: row.change_7d,
    mrrMinor: row.mrr_minor === null ? null : Number(row.mrr_minor),
    currency: row.currency,
    valueAtRiskMinor: row.value_at_risk_minor === null ? null : Number(row.value_at_risk_minor),
    topReason: row.top_reason === null ? null : storedReason.parse(row.top_reason),
    renewsOn: row.renews_on,
    evidence: evidence.parse(row.evidence),
    asOf: row.as_of.toISOString(),
  };
}
