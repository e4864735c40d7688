import { disagrees } from "@/lib/judgements/disagrees";
import type { StandingJudgement } from "@/lib/judgements/judgement-view";
import type { LeaderboardRow } from "./leaderboard-row";

/** A row with what a person thinks of its risk; of a customer who has left, nobody asks any more. */
export function withJudgement(
  row: LeaderboardRow,
  judged: Omit<StandingJudgement, "disagrees"> | undefined,
): LeaderboardRow {
  if (!judged || row.stage === "departed") return row;
  return { ...row, judgement: { ...judged, disagrees: disagrees(judged.said, row) } };
}
