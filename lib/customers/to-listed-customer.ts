import type { TimeLeft } from "@/lib/journey/time-left";
import { type JudgedRisk, judgedRisk } from "@/lib/judgements/judged-risk";
import { inWords } from "@/lib/scores/reason-in-words";
import type { LeaderboardRow } from "./leaderboard-row";
import { type Money, moneyOf } from "./money-of";

/** A row of GET /api/v1/customers. */
export type ListedCustomer = Readonly<{
  externalId: string;
  name: string;
  owner: string | null;
  stage: string;
  risk: number;
  probability: number;
  band: string;
  change7d: number;
  mrr: Money | null;
  valueAtRisk: Money | null;
  topReason: string | null;
  renewsOn: string | null;
  /** By when somebody has to act; null where nothing says so. */
  timeLeft: TimeLeft | null;
  evidence: string;
  /** What a person thinks of the risk, beside what the model says; null while nobody judges. */
  judgement: JudgedRisk | null;
  asOf: string;
}>;

export function toListedCustomer(row: LeaderboardRow): ListedCustomer {
  return {
    externalId: row.externalId,
    name: row.name,
    owner: row.owner?.name ?? null,
    stage: row.stage,
    risk: row.risk,
    probability: row.probability,
    band: row.band,
    change7d: row.change7d,
    mrr: moneyOf(row.mrrMinor, row.currency),
    valueAtRisk: moneyOf(row.valueAtRiskMinor, row.currency),
    topReason: row.topReason === null ? null : inWords(row.topReason.text),
    renewsOn: row.renewsOn,
    timeLeft: row.timeLeft ?? null,
    evidence: row.evidence,
    judgement: row.judgement ? judgedRisk(row.judgement) : null,
    asOf: row.asOf,
  };
}
