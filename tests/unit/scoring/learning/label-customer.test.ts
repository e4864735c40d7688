import { describe, expect, it } from "vitest";
import { customerLabeller } from "@/lib/scoring/learning/label-customer";
import { customerOf, date, type Happening, inactivitySetup, recordedSetup } from "./support/customers";

const purchases = (...days: number[]): Happening[] => days.map((day) => ({ day, kind: "purchase" }));
/** The number of a day of the tests' calendar, as labellers count days. */
const dayNumber = (day: number) => date(day) / 86_400_000;

describe("a break-up by inactivity", () => {
  const label = customerLabeller(inactivitySetup());
  const labelAt = (day: number, happenings: readonly Happening[]) => label(customerOf("a", happenings), dayNumber(day));

  it.each([
    ["on the next day", 101, 0],
    ["on the last day of the horizon", 130, 0],
    ["a day after the horizon", 131, 1],
  ] as const)("is the absence of purchases after the day: one %s", (_, next, expected) => {
    expect(labelAt(100, purchases(90, next))).toBe(expected);
  });

  it("does not count the as-of day itself", () => {
    expect(labelAt(100, purchases(100))).toBe(1);
  });

  it("does not take other touchpoints for a purchase", () => {
    expect(labelAt(100, [...purchases(90), { day: 110, kind: "login" }])).toBe(1);
    expect(labelAt(100, [{ day: 90, kind: "login" }, ...purchases(110)])).toBeNull();
  });

  it.each([
    ["the as-of day", 100, 1],
    ["the first day of the population's window", 41, 1],
    ["the day before", 40, null],
  ] as const)("is asked of customers who bought within 60 days: last on %s", (_, last, expected) => {
    expect(labelAt(100, purchases(last))).toBe(expected);
  });

  it("is asked of those who have not broken up yet where there is no population", () => {
    const all = customerLabeller(inactivitySetup({ activeWithinDays: null }));
    expect(all(customerOf("a", purchases(71)), dayNumber(100))).toBe(1);
    expect(all(customerOf("a", purchases(70)), dayNumber(100))).toBeNull();
  });

  it("is not asked of customers who have not begun", () => {
    expect(labelAt(100, purchases(101))).toBeNull();
    const later = customerOf("a", purchases(90), { facts: { startedOnMs: date(101) } });
    expect(label(later, dayNumber(100))).toBeNull();
    const known = customerOf("a", purchases(90), { facts: { startedOnMs: date(100) } });
    expect(label(known, dayNumber(100))).toBe(1);
    expect(labelAt(100, [])).toBeNull();
  });
});

describe("a recorded break-up", () => {
  const label = customerLabeller(recordedSetup());
  const brokeUp = (day: number) => ({ type: "break-up", occurredOnMs: date(day) }) as const;
  const returned = (day: number) => ({ type: "return", occurredOnMs: date(day) }) as const;

  it.each([
    [101, 1],
    [130, 1],
    [131, 0],
  ] as const)("counts within the horizon: on day %i after day 100", (day, expected) => {
    expect(label(customerOf("a", purchases(1), { outcomes: [brokeUp(day)] }), dayNumber(100))).toBe(expected);
  });

  it("does not come from renewals, downgrades or returns", () => {
    for (const type of ["renewal", "downgrade", "return"] as const) {
      const outcomes = [{ type, occurredOnMs: date(110) }];
      expect(label(customerOf("a", purchases(1), { outcomes }), dayNumber(100))).toBe(0);
    }
  });

  it("is not asked of customers who have left", () => {
    const left = customerOf("a", purchases(1), { outcomes: [brokeUp(100)] });
    expect(label(left, dayNumber(99))).toBe(1);
    expect(label(left, dayNumber(100))).toBeNull();
    expect(label(left, dayNumber(400))).toBeNull();
  });

  it("is asked again of customers who came back", () => {
    const back = customerOf("a", purchases(1), { outcomes: [brokeUp(50), returned(80), brokeUp(110)] });
    expect(label(back, dayNumber(79))).toBeNull();
    expect(label(back, dayNumber(80))).toBe(1);
  });

  it("is asked of customers of whom only traits are known", () => {
    expect(label(customerOf("a", []), dayNumber(100))).toBe(0);
    expect(label(customerOf("a", [], { outcomes: [brokeUp(110)] }), dayNumber(100))).toBe(1);
  });

  it("counts any touchpoint as activity where there is a population", () => {
    const active = customerLabeller(recordedSetup({ activeWithinDays: 60 }));
    expect(active(customerOf("a", [{ day: 41, kind: "login" }]), dayNumber(100))).toBe(0);
    expect(active(customerOf("a", [{ day: 40, kind: "login" }]), dayNumber(100))).toBeNull();
  });
});
