import type { Band } from "@/lib/bands/bands";
import type { TimeLeft } from "@/lib/journey/time-left";
import type { StandingJudgement } from "@/lib/judgements/judgement-view";
import type { ReasonText } from "@/lib/scoring/types";
import type { Stage } from "@/lib/stages/stages";

/** One customer as the leaderboard lists it. */
export type LeaderboardRow = Readonly<{
  externalId: string;
  name: string;
  stage: Stage;
  owner: Readonly<{ name: string }> | null;
  /** 0 to 100, higher is worse; not rounded. */
  risk: number;
  /** 0 to 1. */
  probability: number;
  band: Band;
  /** Points (20 double the odds) gained since seven days before `asOf`. */
  change7d: number;
  mrrMinor: number | null;
  currency: string;
  valueAtRiskMinor: number | null;
  topReason: Readonly<{ text: ReasonText; points: number }> | null;
  /** ISO date, for example "2026-12-01". */
  renewsOn: string | null;
  evidence: "ok" | "thin";
  /** By when somebody has to act; absent where nothing says so. */
  timeLeft?: TimeLeft;
  /** What a person thinks of the risk; absent while nobody judges. */
  judgement?: StandingJudgement;
  /** ISO instant of the score. */
  asOf: string;
}>;
