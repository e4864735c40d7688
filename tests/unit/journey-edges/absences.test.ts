import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { journeyHref } from "@/components/journey/journey-href";
import type { Absence } from "@/lib/journey/absence";
import { absencesBetween } from "@/lib/journey/absences-between";
import { absencesFromOutcomes, type DatedOutcome } from "@/lib/journey/absences-from-outcomes";
import { DAY_MS } from "@/lib/scoring/day";

const anyDay = fc.integer({ min: 0, max: 2_000 });
const anyTimes = fc
  .array(anyDay, { maxLength: 60 })
  .map((days) => days.sort((a, b) => a - b).map((day) => day * DAY_MS));
const anyOutcome = fc.record({
  type: fc.constantFrom<DatedOutcome["type"][]>("break-up", "renewal", "downgrade", "return"),
  occurredOnMs: anyDay.map((day) => day * DAY_MS),
});

const inDays = (absences: readonly Absence[]) => absences.map(({ fromMs, toMs }) => [fromMs / DAY_MS, toMs / DAY_MS]);

function between(days: readonly number[], asOfDay: number, startDay = 0) {
  const times = days.map((day) => day * DAY_MS);
  return inDays(absencesBetween(times, { days: 30, startMs: startDay * DAY_MS, asOfMs: asOfDay * DAY_MS }));
}

function expectApart(absences: readonly Absence[]): void {
  for (const [at, { fromMs, toMs }] of absences.entries()) {
    expect(fromMs).toBeLessThanOrEqual(toMs);
    expect(fromMs).toBeGreaterThanOrEqual(absences[at - 1]?.toMs ?? 0);
    if (at < absences.length - 1) expect(toMs).toBeLessThan(Number.POSITIVE_INFINITY);
  }
}

describe("absences by inactivity, with a patience of thirty days", () => {
  it.each<[string, readonly number[], number, number[][]]>([
    ["nobody came, not yet long enough", [], 29, []],
    ["nobody came for thirty days", [], 30, [[30, Number.POSITIVE_INFINITY]]],
    ["always in time", [20, 50, 80], 100, []],
    ["on the last day of patience", [30, 60], 61, []],
    ["a day too late", [31], 40, [[30, 31]]],
    ["what is still to come is not known", [20, 90], 60, [[50, Number.POSITIVE_INFINITY]]],
    [
      "twice gone",
      [40, 100],
      101,
      [
        [30, 40],
        [70, 100],
      ],
    ],
    ["several at one instant", [10, 10, 10], 20, []],
    ["asked at the very activity", [50], 50, [[30, 50]]],
  ])("%s", (_what, days, asOfDay, expected) => expect(between(days, asOfDay)).toEqual(expected));

  it("begin with the relationship, not with activity before it", () => {
    expect(between([1, 2, 3], 120, 100)).toEqual([]);
    expect(between([1, 2, 3], 130, 100)).toEqual([[130, Number.POSITIVE_INFINITY]]);
  });

  it("never overlap, and hold no activity within them", () => {
    fc.assert(
      fc.property(anyTimes, anyDay, fc.integer({ min: 1, max: 90 }), (times, asOfDay, days) => {
        const absences = absencesBetween(times, { days, startMs: 0, asOfMs: asOfDay * DAY_MS });
        expectApart(absences);
        for (const { fromMs, toMs } of absences) {
          const within = times.filter((timeMs) => timeMs > fromMs && timeMs < toMs && timeMs <= asOfDay * DAY_MS);
          expect(within).toEqual([]);
        }
      }),
    );
  });

  it("that are over do not change as time goes on", () => {
    fc.assert(
      fc.property(anyTimes, anyDay, anyDay, (times, one, other) => {
        const at = (day: number) => absencesBetween(times, { days: 30, startMs: 0, asOfMs: day * DAY_MS });
        const over = at(Math.min(one, other)).filter(({ toMs }) => toMs < Number.POSITIVE_INFINITY);
        expect(at(Math.max(one, other)).slice(0, over.length)).toEqual(over);
      }),
    );
  });
});

describe("absences by recorded outcomes", () => {
  const outcome = (type: DatedOutcome["type"], day: number): DatedOutcome => ({ type, occurredOnMs: day * DAY_MS });
  const from = (startDay: number, ...outcomes: readonly DatedOutcome[]) =>
    inDays(absencesFromOutcomes(outcomes, startDay * DAY_MS));

  it.each<[string, DatedOutcome[], number[][]]>([
    ["a break-up", [outcome("break-up", 5)], [[5, Number.POSITIVE_INFINITY]]],
    ["a return first", [outcome("return", 5)], []],
    ["two break-ups in a row", [outcome("break-up", 5), outcome("break-up", 9)], [[5, Number.POSITIVE_INFINITY]]],
    ["both on one day, in either order", [outcome("return", 5), outcome("break-up", 5)], [[5, 5]]],
    ["one before the start", [outcome("break-up", -1)], []],
    ["one on the day of the start", [outcome("break-up", 0)], [[0, Number.POSITIVE_INFINITY]]],
    ["renewals between", [outcome("break-up", 5), outcome("renewal", 6), outcome("return", 7)], [[5, 7]]],
  ])("%s", (_what, outcomes, expected) => expect(from(0, ...outcomes)).toEqual(expected));

  it("never overlap and do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(fc.array(anyOutcome), fc.array(fc.nat()), (outcomes, keys) => {
        const absences = absencesFromOutcomes(outcomes, 0);
        expectApart(absences);
        const shuffled = outcomes
          .map((one, at) => ({ one, key: keys[at] ?? at }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(absencesFromOutcomes(shuffled, 0)).toEqual(absences);
      }),
    );
  });
});

describe("the address of a journey", () => {
  const search = { range: "1y", lane: undefined, page: 3 } as const;

  it.each([
    [{}, "/customers/c%2F1"],
    [{ range: "90d" }, "/customers/c%2F1?range=90d"],
    [{ lane: "usage" }, "/customers/c%2F1?lane=usage"],
    [{ page: 2 }, "/customers/c%2F1?page=2"],
  ] as const)("with %j is %s: whatever else is asked begins at the first page", (changes, href) => {
    expect(journeyHref("c/1", search, changes)).toBe(href);
  });

  it("drops a lane that was chosen", () => {
    expect(journeyHref("c", { ...search, lane: "usage" }, { lane: null })).toBe("/customers/c");
  });
});
