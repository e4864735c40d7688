import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { planTraining, type TrainingFacts } from "@/lib/models/plan-training";

const RECORDED = { horizonDays: 90, breakUp: { type: "recorded" }, timeZone: "UTC" } as const;
const INACTIVITY: TrainingFacts["settings"] = {
  horizonDays: 90,
  breakUp: { type: "inactivity", kinds: ["purchase"], days: 60 },
  timeZone: "Europe/Berlin",
};

function plan(more: Partial<TrainingFacts> = {}) {
  return planTraining({
    request: {},
    settings: RECORDED,
    nowMs: Date.parse("2026-06-30T12:00:00Z"),
    firstMs: Date.parse("2023-01-01T00:00:00Z"),
    ...more,
  });
}

const dates = (asOfMs: readonly number[]) => asOfMs.map((one) => new Date(one).toISOString());

function refusal(more: Partial<TrainingFacts>) {
  try {
    plan(more);
  } catch (error) {
    if (error instanceof AppError) return error.issues.map(({ path, code }) => `${path}: ${code}`);
    throw error;
  }
  throw new Error("The plan was not refused");
}

describe("without dates", () => {
  it("looks every horizon back from the last that is over, and keeps the newest to test on", () => {
    const { asOfMs, testAsOfMs, anchorAsOfMs, horizonDays } = plan();
    expect(dates(asOfMs)).toHaveLength(7);
    expect(dates(asOfMs).slice(-2)).toEqual(["2025-10-03T23:59:59.999Z", "2026-01-01T23:59:59.999Z"]);
    expect(dates([testAsOfMs!, anchorAsOfMs])).toEqual(["2026-04-01T23:59:59.999Z", "2026-04-01T23:59:59.999Z"]);
    expect(horizonDays).toBe(90);
  });

  it("goes back no further than there is a horizon of history to look at", () => {
    const { asOfMs, testAsOfMs } = plan({ firstMs: Date.parse("2025-07-01T00:00:00Z") });
    expect(dates([...asOfMs, testAsOfMs!])).toEqual([
      "2025-10-03T23:59:59.999Z",
      "2026-01-01T23:59:59.999Z",
      "2026-04-01T23:59:59.999Z",
    ]);
  });

  it("tests out of fold when there are too few dates to keep one", () => {
    const { asOfMs, testAsOfMs, anchorAsOfMs } = plan({ firstMs: Date.parse("2025-12-01T00:00:00Z") });
    expect(dates(asOfMs)).toEqual(["2026-04-01T23:59:59.999Z"]);
    expect(testAsOfMs).toBeNull();
    expect(anchorAsOfMs).toBe(Date.parse("2026-06-30T12:00:00Z"));
  });

  it("still has a date for an organisation of which nothing is known", () => {
    expect(plan({ firstMs: null }).asOfMs).toHaveLength(1);
  });

  it("goes by the days of inactivity, and by the local day's end", () => {
    const { asOfMs, testAsOfMs } = plan({ settings: INACTIVITY });
    expect(dates([testAsOfMs!])).toEqual(["2026-05-01T21:59:59.999Z"]);
    expect(testAsOfMs! - asOfMs.at(-1)!).toBeCloseTo(60 * 86_400_000, -8);
  });

  it("goes back from the date of the test when that is given", () => {
    const { asOfMs, testAsOfMs } = plan({ request: { testAsOf: "2026-01-10" } });
    expect(dates([asOfMs.at(-1)!, testAsOfMs!])).toEqual(["2025-10-12T23:59:59.999Z", "2026-01-10T23:59:59.999Z"]);
  });
});

describe("given dates", () => {
  it("are ends of local days, instants as they are, in order and once a day", () => {
    const asOf = ["2025-07-01T08:00:00Z", "2025-03-01", "2025-07-01T09:00:00+02:00"];
    const { asOfMs } = plan({ request: { asOf }, settings: INACTIVITY });
    expect(dates(asOfMs)).toEqual(["2025-03-01T22:59:59.999Z", "2025-07-01T08:00:00.000Z"]);
  });

  it("leave no test when its date is today, or is not given", () => {
    for (const testAsOf of ["2026-06-30", "2026-06-30T12:00:00Z", undefined]) {
      const { testAsOfMs, anchorAsOfMs } = plan({
        request: { asOf: ["2025-01-01"], ...(testAsOf ? { testAsOf } : {}) },
      });
      expect([testAsOfMs, anchorAsOfMs]).toEqual([null, Date.parse("2026-06-30T12:00:00Z")]);
    }
  });

  it("may be of a horizon of their own", () => {
    expect(plan({ request: { asOf: ["2026-05-30"], horizonDays: 30 } }).horizonDays).toBe(30);
  });

  it.each<[string, TrainingFacts["request"], string[]]>([
    ["no horizon that is over", { asOf: ["2026-06-01"] }, ["asOf: not-over"]],
    ["a test whose horizon is not over", { asOf: ["2025-01-01"], testAsOf: "2026-06-01" }, ["testAsOf: not-over"]],
    ["a test in the future", { asOf: ["2025-01-01"], testAsOf: "2026-08-01" }, ["testAsOf: not-over"]],
    [
      "training rows that reach beyond the test",
      { asOf: ["2025-01-01", "2025-11-01", "2026-02-01"], testAsOf: "2026-01-01" },
      ["asOf: reaches-test", "asOf: reaches-test"],
    ],
  ])("with %s are refused by name", (_, request, issues) => expect(refusal({ request })).toEqual(issues));

  it("whose horizon ends on the day of the test are out of time", () => {
    const request = { asOf: ["2011-06-11"], testAsOf: "2011-09-09" };
    const nowMs = Date.parse("2011-12-09T23:59:59Z");
    expect(dates([plan({ request, nowMs }).testAsOfMs!])).toEqual(["2011-09-09T23:59:59.999Z"]);
  });
});
