import type { Band } from "@/lib/bands/bands";
import { absencesBetween } from "@/lib/journey/absences-between";
import { absencesFromOutcomes, type DatedOutcome } from "@/lib/journey/absences-from-outcomes";
import { DAY_MS } from "@/lib/scoring/day";
import type { Stage } from "@/lib/stages/stages";

/** How long a new relationship is a honeymoon, and how long one that began again counts as returned. */
const HONEYMOON_DAYS = 90;

/** The moment a customer entered a stage. */
export interface StageEntry {
  readonly stage: Stage;
  readonly enteredAtMs: number;
}

/** What counts as a break-up: an outcome someone recorded, or no activity for a number of days. */
export type BreakUpDefinition =
  | { readonly type: "recorded" }
  | {
      readonly type: "inactivity";
      readonly days: number;
      /** Times of the touchpoints that count as activity, ascending. */
      readonly activityTimesMs: ArrayLike<number>;
    };

export interface StageFacts {
  readonly startedOnMs: number | null;
  readonly firstTouchpointMs: number | null;
  readonly outcomes: readonly DatedOutcome[];
  readonly breakUp: BreakUpDefinition;
  readonly bandNow: Band;
  /** When the customer last came into the bands at risk or critical; null: not known to be before now. */
  readonly atRiskSinceMs: number | null;
  readonly asOfMs: number;
}

/**
 * The stages of a customer's journey up to asOf, in time order, at most one entry per instant: courtship until the start,
 * a honeymoon of 90 days, then established; departed at each break-up; returned when it begins again, established after
 * 90 days; wavering while the risk now is at risk or critical. Empty while nothing is known of the customer.
 */
export function deriveStages(facts: StageFacts): readonly StageEntry[] {
  const { asOfMs } = facts;
  const startMs = startOf(facts);
  const firstMs = Math.min(startMs, facts.firstTouchpointMs ?? Number.POSITIVE_INFINITY);
  const entries: StageEntry[] = [];
  if (firstMs < startMs) entries.push({ stage: "courtship", enteredAtMs: firstMs });

  let beganMs = startMs;
  let beginning: Stage = "honeymoon";
  for (const { fromMs, toMs } of absencesOf(facts, startMs)) {
    entries.push(...settle(beginning, beganMs, fromMs), { stage: "departed", enteredAtMs: fromMs });
    beginning = "returned";
    beganMs = toMs;
  }
  entries.push(...settle(beginning, beganMs, Number.POSITIVE_INFINITY));
  return withWavering(lastOfEachInstant(entries.filter((entry) => entry.enteredAtMs <= asOfMs)), facts);
}

/** When courtship ends: the start date, or else the first sign of a relationship. */
function startOf({ startedOnMs, firstTouchpointMs, outcomes, breakUp }: StageFacts): number {
  if (startedOnMs !== null) return startedOnMs;
  if (breakUp.type === "inactivity") return breakUp.activityTimesMs[0] ?? Number.POSITIVE_INFINITY;
  return Math.min(firstTouchpointMs ?? Number.POSITIVE_INFINITY, ...outcomes.map((outcome) => outcome.occurredOnMs));
}

function absencesOf({ breakUp, outcomes, asOfMs }: StageFacts, startMs: number) {
  return breakUp.type === "recorded"
    ? absencesFromOutcomes(outcomes, startMs)
    : absencesBetween(breakUp.activityTimesMs, { days: breakUp.days, startMs, asOfMs });
}

/** The first days of a beginning, and what follows when it lasts longer than those. */
function settle(beginning: Stage, beganMs: number, endMs: number): readonly StageEntry[] {
  const settledMs = beganMs + HONEYMOON_DAYS * DAY_MS;
  const first = { stage: beginning, enteredAtMs: beganMs };
  return settledMs < endMs ? [first, { stage: "established", enteredAtMs: settledMs }] : [first];
}

function lastOfEachInstant(entries: readonly StageEntry[]): StageEntry[] {
  return entries.filter((entry, at) => entries[at + 1]?.enteredAtMs !== entry.enteredAtMs);
}

/** Wavering takes the place of what the stage would be, but never reaches back before the relationship (again) began. */
function withWavering(entries: StageEntry[], { bandNow, atRiskSinceMs, asOfMs }: StageFacts): readonly StageEntry[] {
  const atRisk = bandNow === "at-risk" || bandNow === "critical";
  const current = entries.at(-1)?.stage;
  const beginning = entries.findLast(({ stage }) => stage === "honeymoon" || stage === "returned");
  if (!atRisk || current === "courtship" || current === "departed" || beginning === undefined) return entries;
  const sinceMs = Math.max(beginning.enteredAtMs, Math.min(atRiskSinceMs ?? asOfMs, asOfMs));
  return [...entries.filter((entry) => entry.enteredAtMs < sinceMs), { stage: "wavering", enteredAtMs: sinceMs }];
}
