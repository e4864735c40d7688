import { describe, expect, it } from "vitest";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { countSeasonalRate } from "@/lib/scoring/learning/seasonal-rate";
import { customerOf, date, inactivitySetup, noon, recordedSetup } from "./support/customers";

const AS_OF = noon(500);
const YEAR_BEFORE = 500 - 365;

/** `gone` customers who stop buying a year before, and `stayed` who go on; the first bought on `firstDay`. */
function history(gone: number, stayed: number, firstDay: number): readonly CustomerCase[] {
  return Array.from({ length: gone + stayed }, (_, at) =>
    customerOf(
      `c${at}`,
      [firstDay, YEAR_BEFORE - 5, ...(at < gone ? [] : [YEAR_BEFORE + 10])].map((day) => ({ day, kind: "purchase" })),
    ),
  );
}

function rateOf(customers: readonly CustomerCase[], setup = inactivitySetup()) {
  const season = countSeasonalRate(setup, AS_OF);
  for (const customer of customers) season.visit(customer);
  return season.finish();
}

describe("countSeasonalRate", () => {
  it("is what became of the population a year before", () => {
    expect(rateOf(history(10, 30, 1))).toEqual({
      asOfMs: date(YEAR_BEFORE + 1) - 1,
      customers: 40,
      breakUps: 10,
      rate: 0.25,
    });
  });

  it("is not known from so few", () => {
    expect(rateOf(history(9, 30, 1))).toBeNull();
    expect(rateOf(history(30, 9, 1))).toBeNull();
    expect(rateOf(history(30, 10, 1))).not.toBeNull();
  });

  it("is not known where history does not reach back for the population", () => {
    expect(rateOf(history(10, 30, YEAR_BEFORE - 60))).not.toBeNull();
    expect(rateOf(history(10, 30, YEAR_BEFORE - 59))).toBeNull();
    expect(rateOf([])).toBeNull();
  });

  it("does not count customers outside the population", () => {
    const others = [1, 2, 3].map((at) => customerOf(`other ${at}`, [{ day: YEAR_BEFORE - 100, kind: "purchase" }]));
    expect(rateOf([...history(10, 30, 1), ...others])?.customers).toBe(40);
  });

  it("is not known where the horizon is longer than the year", () => {
    const setup = (horizonDays: number) => recordedSetup({ horizonDays });
    const customers = Array.from({ length: 40 }, (_, at) =>
      customerOf(`c${at}`, [], {
        facts: { startedOnMs: date(-1_000) },
        outcomes: at < 15 ? [{ type: "break-up", occurredOnMs: date(YEAR_BEFORE + 20) }] : [],
      }),
    );
    expect(rateOf(customers, setup(365))?.rate).toBe(15 / 40);
    expect(rateOf(customers, setup(366))).toBeNull();
  });
});
