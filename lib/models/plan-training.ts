import { AppError, type Issue } from "@/lib/errors";
import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import type { TrainRequest } from "@/lib/schemas/train-request";
import { localDaysIn } from "@/lib/scoring/local-days";

/** When customers are looked at, in ascending order of instants. */
export type TrainingDates = Readonly<{
  asOfMs: readonly number[];
  /** When the customers are looked at that the model is tested on; null: every row is predicted from the other folds. */
  testAsOfMs: number | null;
  /** The moment whose season the model is anchored to: the test's, or the clock. */
  anchorAsOfMs: number;
  horizonDays: number;
}>;

export type TrainingFacts = Readonly<{
  request: Pick<TrainRequest, "asOf" | "testAsOf" | "horizonDays">;
  settings: Pick<OrganisationSettings, "horizonDays" | "breakUp" | "timeZone">;
  nowMs: number;
  /** When anything is known of anyone for the first time; null: never. */
  firstMs: number | null;
}>;

/** The most dates that are chosen when none are given. */
const MOST_DATES = 8;

/**
 * Decides when to look at customers. Given dates are kept if their horizon is over; without any, one every horizon, back
 * from the last that is over while there is history, the newest kept to test on when there are three or more.
 * @throws AppError unprocessable, naming every date that cannot be used
 */
export function planTraining({ request, settings, nowMs, firstMs }: TrainingFacts): TrainingDates {
  const days = localDaysIn(settings.timeZone);
  const horizonDays = request.horizonDays ?? settings.horizonDays;
  const labelDays = settings.breakUp.type === "inactivity" ? settings.breakUp.days : horizonDays;
  const today = days.dayOf(nowMs);
  const instantOf = (text: string) => (text.length === 10 ? days.endOf(dayNumber(text)) : Date.parse(text));
  const isOver = (asOfMs: number) => days.dayOf(asOfMs) + labelDays <= today;
  const chosen = chooseDates();
  const issues = [...faultsOfTest(), ...faultsOfDates()];
  if (issues.length > 0) throw new AppError("unprocessable", "The model cannot be trained on these dates.", { issues });
  return { ...chosen, anchorAsOfMs: chosen.testAsOfMs ?? nowMs, horizonDays };

  function chooseDates(): Pick<TrainingDates, "asOfMs" | "testAsOfMs"> {
    const wantedTestMs = request.testAsOf === undefined ? null : instantOf(request.testAsOf);
    // The clock itself: what happens after it nobody knows yet.
    const testAsOfMs = wantedTestMs === null || days.dayOf(wantedTestMs) === today ? null : wantedTestMs;
    if (request.asOf) return { asOfMs: distinct(request.asOf.map(instantOf)), testAsOfMs };
    const newest = testAsOfMs === null ? today : days.dayOf(testAsOfMs);
    const dates = everyHorizon(newest);
    if (request.testAsOf !== undefined || dates.length < 3) return { asOfMs: dates, testAsOfMs };
    return { asOfMs: dates.slice(0, -1), testAsOfMs: dates.at(-1) ?? null };
  }

  /** Ends of days, ascending, one horizon apart. */
  function everyHorizon(beforeDay: number): number[] {
    const dates: number[] = [];
    for (let at = 1; at <= MOST_DATES; at++) {
      const day = beforeDay - at * labelDays;
      if (firstMs === null || day - labelDays < days.dayOf(firstMs)) break;
      dates.unshift(days.endOf(day));
    }
    return dates.length > 0 ? dates : [days.endOf(beforeDay - labelDays)];
  }

  function distinct(instantsMs: readonly number[]): number[] {
    const byDay = new Map<number, number>();
    for (const instantMs of [...instantsMs].sort((a, b) => a - b)) byDay.set(days.dayOf(instantMs), instantMs);
    return [...byDay.values()];
  }

  function faultsOfTest(): Issue[] {
    const { testAsOfMs } = chosen;
    if (testAsOfMs === null || isOver(testAsOfMs)) return [];
    const message = `The ${labelDays} days after this date are not over: nobody knows yet what the model is to be tested on.`;
    return [{ path: "testAsOf", code: "not-over", message }];
  }

  function faultsOfDates(): Issue[] {
    const { asOfMs, testAsOfMs } = chosen;
    if (!asOfMs.some(isOver)) {
      return [{ path: "asOf", code: "not-over", message: `The ${labelDays} days after these dates are not over.` }];
    }
    if (testAsOfMs === null) return [];
    const testDay = days.dayOf(testAsOfMs);
    const reaching = asOfMs.filter((one) => days.dayOf(one) + labelDays > testDay);
    return reaching.map((one) => ({
      path: "asOf",
      code: "reaches-test",
      message:
        `The ${labelDays} days after ${new Date(one).toISOString()} reach beyond testAsOf: ` +
        "the model would be tested on what it has seen.",
    }));
  }
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
