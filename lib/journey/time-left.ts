import { DAY_MS } from "@/lib/scoring/day";
import type { Stage } from "@/lib/stages/stages";

/** The time left to act: `days` from today to the ISO date `on`, which is a renewal or the end of the horizon. */
export type TimeLeft = Readonly<{ days: number; until: "renewal" | "horizon"; on: string }>;

/** Dates are ISO dates in the organisation's zone. */
export type TimeLeftQuestion = Readonly<{
  stage: Stage;
  renewsOn: string | null;
  /** The day on which the customer entered the stage. */
  stageSince: string;
  horizonDays: number;
  today: string;
}>;

/**
 * By when somebody has to act: until the next renewal, where a contract is ended or goes on; while a customer wavers, also
 * until the end of the horizon counted from the day on which that began, since the risk speaks of those days. Whichever
 * comes first. A customer who has wavered for longer than the horizon has no time left.
 * @returns null for a customer who left, and for one who neither wavers nor has a renewal ahead
 */
export function timeLeft({ stage, renewsOn, stageSince, horizonDays, today }: TimeLeftQuestion): TimeLeft | null {
  if (stage === "departed") return null;
  const renewal = renewsOn === null ? Number.NEGATIVE_INFINITY : daysBetween(today, renewsOn);
  const horizon = stage === "wavering" ? Math.max(0, daysBetween(today, stageSince) + horizonDays) : null;
  if (renewal >= 0 && (horizon === null || renewal <= horizon)) return left(today, renewal, "renewal");
  return horizon === null ? null : left(today, horizon, "horizon");
}

function left(today: string, days: number, until: TimeLeft["until"]): TimeLeft {
  return { days, until, on: new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10) };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
