import type { Band } from "@/lib/bands/bands";
import type { CustomerFilterQuery } from "@/lib/schemas/customer-list";
import { bandRange, CURRENT_RANGE, DEPARTED_RANGE, type RiskRange } from "./band-range";
import type { LeaderboardHead } from "./leaderboard-head";
import type { StatementValues } from "./statement-values";
import { toMinorUnits } from "./upsert-money";

const CHANGES = {
  worse: "s.change_7d >= 1",
  better: "s.change_7d <= -1",
  any: "(s.change_7d >= 1 OR s.change_7d <= -1)",
} as const;

/** Conditions that an index narrows down by, and those that are then asked of each entry. */
export type Conditions = Readonly<{ indexed: string[]; other: string[] }>;

/** What is asked of the score and what stands beside it: all of it is in the indexes of the order by risk. */
export function scoreConditions(
  query: CustomerFilterQuery,
  head: LeaderboardHead,
  values: StatementValues,
): Conditions & Readonly<{ ranges: string[] }> {
  const indexed: string[] = [];
  const conditions: string[] = [];
  if (query.stage !== "all" && query.stage !== "current") conditions.push(`s.stage = ${values.add(query.stage)}`);
  if (query.category) indexed.push(`s.reason_category = ${values.add(query.category)}`);
  if (query.change) conditions.push(CHANGES[query.change]);
  if (query.renewsWithin !== undefined) {
    const day = values.add(head.day);
    conditions.push(`s.renews_on BETWEEN ${day}::date AND ${day}::date + ${values.add(query.renewsWithin)}::int`);
  }
  if (query.mrrFrom !== undefined) conditions.push(mrr(">=", query.mrrFrom));
  if (query.mrrTo !== undefined) conditions.push(mrr("<=", query.mrrTo));
  return { ranges: rangeConditions(query, head, values), indexed, other: conditions };

  function mrr(comparison: string, amount: number): string {
    return `(s.in_own_currency AND s.mrr_minor ${comparison} ${values.add(toMinorUnits(amount, head.currency) ?? 0)}::bigint)`;
  }
}

/**
 * The bands as the thresholds are now, and those who departed apart from the others, as ranges of the order by risk: a
 * customer lies in one of them.
 */
function rangeConditions(
  { band, stage }: CustomerFilterQuery,
  head: LeaderboardHead,
  values: StatementValues,
): string[] {
  if (stage === "all")
    return band ? [among(of(band, "current")), among(of(band, "departed"), DEPARTED_RANGE)] : ["true"];
  const whole = stage === "departed" ? DEPARTED_RANGE : CURRENT_RANGE;
  return [among(band ? of(band, stage === "departed" ? "departed" : "current") : whole, whole)];

  function of(one: Band, departed: "current" | "departed"): RiskRange {
    return bandRange(one, head.floors, departed);
  }

  function among(range: RiskRange, within: RiskRange = range): string {
    const from = Math.max(range.from, within.from);
    const to = Math.min(range.to, within.to);
    return `(s.risk_order >= ${values.add(from)}::float8 AND s.risk_order < ${values.add(to)}::float8)`;
  }
}
