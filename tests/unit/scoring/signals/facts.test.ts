import { describe, expect, it } from "vitest";
import type { SeasonSpec, TraitIsSpec, TraitNumberSpec } from "@/lib/scoring/signal-spec";
import { each, facts, inDays, journey, NOW_MS } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

describe("days to the renewal", () => {
  const spec = { type: "days-to-renewal" } as const;

  it.each([
    { renewsInDays: 40, value: 40 },
    { renewsInDays: 0, value: 0 },
    { renewsInDays: -12.5, value: -12.5 },
  ])("is $value when it is in $renewsInDays days", ({ renewsInDays, value }) => {
    expect(signalNow(spec, journey(), facts({ renewsOnMs: inDays(renewsInDays) }))).toBeCloseTo(value, 12);
  });

  it("is missing without a renewal date", () => {
    expect(signalNow(spec, journey(), facts())).toBeNaN();
  });

  it("comes nearer with time", () => {
    const known = facts({ renewsOnMs: inDays(10) });
    expect(signalValues(spec, journey(), [0, 4, 10, 12].map(inDays), known)).toEqual([10, 6, 0, -2]);
  });

  it("tells on which side of the renewal we are, and rests on no touchpoint", () => {
    const before = signalStory(spec, journey(...each("call", 1)), facts({ renewsOnMs: inDays(9.2) }));
    expect(before).toEqual({ facts: { days: 10, side: "before" }, weights: {} });
    const after = signalStory(spec, journey(), facts({ renewsOnMs: inDays(-9.2) }));
    expect(after.facts).toEqual({ days: 9, side: "after" });
  });
});

describe("tenure", () => {
  const spec = { type: "tenure" } as const;

  it("counts from the start date", () => {
    expect(signalNow(spec, journey(...each("call", 300)), facts({ startedOnMs: inDays(-100) }))).toBe(100);
  });

  it("counts from the first touchpoint without a start date", () => {
    expect(signalNow(spec, journey(...each("call", 300, 20)), facts())).toBe(300);
  });

  it("takes a start in the future for one that is not known yet", () => {
    const known = facts({ startedOnMs: inDays(10) });
    expect(signalNow(spec, journey(...each("call", 30)), known)).toBe(30);
    expect(signalValues(spec, journey(...each("call", 30)), [0, 10, 15].map(inDays), known)).toEqual([30, 0, 5]);
  });

  it("is missing with neither", () => {
    expect(signalNow(spec, journey(), facts())).toBeNaN();
    expect(signalNow(spec, journey(...each("call", -5)), facts())).toBeNaN();
  });

  it("tells whole days and rests on no touchpoint", () => {
    expect(signalStory(spec, journey(...each("call", 9.7)))).toEqual({ facts: { days: 9 }, weights: {} });
  });
});

describe("lifetime frequency", () => {
  const spec = { type: "lifetime-frequency", filter: { kinds: ["purchase"] } } as const;

  it("is the touchpoints per 30 days since the first one of any kind", () => {
    expect(signalNow(spec, journey(...each("call", 300), ...each("purchase", 250, 100, 5)))).toBeCloseTo(0.3, 12);
    expect(signalNow(spec, journey(...each("purchase", 60, 45, 30, 15)))).toBeCloseTo(2, 12);
  });

  it("is 0 for someone long known who never did", () => {
    expect(signalNow(spec, journey(...each("call", 300)))).toBe(0);
  });

  it("is missing in the first 30 days", () => {
    expect(signalNow(spec, journey())).toBeNaN();
    expect(signalNow(spec, journey(...each("purchase", 29.9, 3)))).toBeNaN();
    expect(signalNow(spec, journey(...each("purchase", 30, 3)))).toBeCloseTo(2, 12);
  });

  it("tells the frequency and the number, and rests on no single touchpoint", () => {
    expect(signalStory(spec, journey(...each("purchase", 60, 3)))).toEqual({
      facts: { perMonth: expect.closeTo(1, 12), count: 2 },
      weights: {},
    });
  });
});

describe("season", () => {
  const season: SeasonSpec = { type: "season", months: [12, 1] };

  it.each([
    { instant: "2026-06-15T12:00:00Z", value: 0 },
    { instant: "2026-11-30T23:59:59.999Z", value: 0 },
    { instant: "2026-12-01T00:00:00Z", value: 1 },
    { instant: "2027-01-31T23:59:59.999Z", value: 1 },
    { instant: "2027-02-01T00:00:00Z", value: 0 },
  ])("is $value at $instant", ({ instant, value }) => {
    expect(signalValues(season, journey(), [Date.parse(instant)])).toEqual([value]);
  });

  it("tells the month", () => {
    expect(signalStory(season, journey())).toEqual({ facts: { month: 6 }, weights: {} });
  });
});

describe("numeric trait", () => {
  const seats: TraitNumberSpec = { type: "trait-number", trait: "seats" };

  it.each([
    { trait: 12.5, value: 12.5 },
    { trait: 0, value: 0 },
    { trait: true, value: 1 },
    { trait: false, value: 0 },
    { trait: "29.85", value: 29.85 },
    { trait: "-3", value: -3 },
  ])("reads $trait as $value", ({ trait, value }) => {
    expect(signalNow(seats, journey(), facts({ traits: new Map([["seats", trait]]) }))).toBe(value);
  });

  it.each(["", " ", "many", "1e309", "0x10", "NaN", "1,5", "12 ", Number.NaN, Number.POSITIVE_INFINITY])(
    "takes %j for missing",
    (trait) => {
      expect(signalNow(seats, journey(), facts({ traits: new Map([["seats", trait]]) }))).toBeNaN();
    },
  );

  it("is missing without the trait, whatever its name", () => {
    expect(signalNow(seats, journey(), facts())).toBeNaN();
    expect(signalNow({ type: "trait-number", trait: "__proto__" }, journey(), facts())).toBeNaN();
    expect(signalNow({ type: "trait-number", trait: "constructor" }, journey(), facts())).toBeNaN();
  });

  it("tells the trait and its amount", () => {
    expect(signalStory(seats, journey(), facts({ traits: new Map([["seats", 4]]) }))).toEqual({
      facts: { trait: "seats", amount: 4 },
      weights: {},
    });
  });
});

describe("categorical trait", () => {
  const contract: TraitIsSpec = {
    type: "trait-is",
    trait: "contract",
    oneOf: ["month-to-month", "weekly", "true", "1"],
  };

  it.each([
    { trait: "month-to-month", value: 1 },
    { trait: "weekly", value: 1 },
    { trait: "yearly", value: 0 },
    { trait: "", value: 0 },
    { trait: "Weekly", value: 0 },
    { trait: true, value: 1 },
    { trait: false, value: 0 },
    { trait: 1, value: 1 },
  ])("is $value for $trait", ({ trait, value }) => {
    expect(signalNow(contract, journey(), facts({ traits: new Map([["contract", trait]]) }))).toBe(value);
  });

  it("is missing without the trait", () => {
    expect(signalNow(contract, journey(), facts({ traits: new Map([["plan", "weekly"]]) }))).toBeNaN();
  });

  it("tells the trait and what it is", () => {
    expect(signalStory(contract, journey(), facts({ traits: new Map([["contract", "weekly"]]) }))).toEqual({
      facts: { trait: "contract", is: "weekly" },
      weights: {},
    });
  });

  it("is known at every instant: traits have no dates", () => {
    const known = facts({ traits: new Map([["contract", "weekly"]]) });
    expect(signalValues(contract, journey(), [NOW_MS, inDays(99)], known)).toEqual([1, 1]);
  });
});
