import type { StoredTraining } from "@/lib/schemas/stored-training";
import type { PanelReport } from "@/lib/schemas/training-report";

/** With fewer break-ups after it, a day says little of how good a model is: every interval is too wide. */
const FEWEST_BREAK_UPS = 20;
/** So many days to learn from must be left before the one that is tested on. */
const FEWEST_DAYS = 2;

/** Break-ups after the days that were looked at: those to learn from, and the one to test on. */
export type CountedBreakUps = Readonly<{ dates: PanelReport["dates"]; test: number }>;

/**
 * Where the data chose the day to test on, and too few customers broke up after it: the latest day before it that has
 * enough; without one, no day, so that every row is predicted by models of other customers, of which there are more.
 * @returns the training that is to be done instead, with the days that were passed over; null: it is right as it is
 */
export function moveTest(training: StoredTraining, { dates, test }: CountedBreakUps): StoredTraining | null {
  const { asOf, testAsOf, isTestChosen, knownUntil } = training;
  if (!isTestChosen || testAsOf === null || test >= FEWEST_BREAK_UPS) return null;
  const broke = new Map(dates.map((date) => [date.asOf, date.breakUps]));
  const days = [
    ...asOf.map((day) => ({ asOf: day, breakUps: broke.get(day) ?? 0 })),
    { asOf: testAsOf, breakUps: test },
  ];
  const at = days.findLastIndex(({ breakUps }, index) => index >= FEWEST_DAYS && breakUps >= FEWEST_BREAK_UPS);
  const moved = days[at];
  const testPassedOver = days.slice(Math.max(at + 1, FEWEST_DAYS));
  if (!moved) {
    return { ...training, asOf: [...asOf, testAsOf], testAsOf: null, anchorAsOf: knownUntil, testPassedOver };
  }
  return { ...training, asOf: asOf.slice(0, at), testAsOf: moved.asOf, anchorAsOf: moved.asOf, testPassedOver };
}
