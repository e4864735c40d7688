import { FailureNotice } from "@/components/forms/failure-notice";
import { BacktestResult } from "@/components/rules/backtest-result";
import type { Member } from "@/lib/auth/member";
import { AppError } from "@/lib/errors";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { backtestRules } from "@/lib/rules/backtest-rules";

/** Streams in when the past was gone through; too little of it is said in words. */
export async function DraftBacktest({ member }: Readonly<{ member: Member }>) {
  const { timeZone } = await readOrganisation(member);
  const backtest = await backtestRules(member, {}).catch((error) => {
    if (error instanceof AppError && error.code === "conflict") return error;
    throw error;
  });
  if (backtest instanceof AppError) return <FailureNotice error={backtest} />;
  return <BacktestResult backtest={backtest} timeZone={timeZone} />;
}
