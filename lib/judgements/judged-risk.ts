import type { StandingJudgement } from "./judgement-view";

/** A standing judgement as the API tells it. */
export type JudgedRisk = Readonly<{
  band: string;
  risk: number | null;
  reason: string;
  author: string;
  expiresAt: string;
  disagrees: boolean;
}>;

export function judgedRisk({ said, expiresAtMs, ...rest }: StandingJudgement): JudgedRisk {
  return {
    band: said.band,
    risk: said.probability === null ? null : said.probability * 100,
    ...rest,
    expiresAt: new Date(expiresAtMs).toISOString(),
  };
}
