import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakUpHazard, effectOf, type HazardFacts, pressureAt } from "@/lib/sample/break-up-hazard";

const DAY_MS = 86_400_000;
const AT_MS = Date.parse("2025-10-06T00:00:00Z");
const CALM: HazardFacts = {
  atMs: AT_MS,
  pressure: 0,
  recentComplaints: 0,
  missedSessions: 1,
  tenureDays: 600,
  daysToRenewal: 200,
  frailty: 0,
};

describe("breakUpHazard", () => {
  it.each<[string, Partial<HazardFacts>]>([
    ["pressure", { pressure: 1 }],
    ["three complaints", { recentComplaints: 3 }],
    ["silence", { missedSessions: 6 }],
    ["a renewal near", { daysToRenewal: 30 }],
    ["a short tenure", { tenureDays: 60 }],
    ["the turn of the year", { atMs: Date.parse("2025-12-15T00:00:00Z") }],
  ])("rises with %s", (_, change) => {
    expect(breakUpHazard({ ...CALM, ...change })).toBeGreaterThan(breakUpHazard(CALM));
  });

  it("is a probability that never falls when pressure rises", () => {
    const pressure = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(pressure, pressure, (one, other) => {
        const low = breakUpHazard({ ...CALM, pressure: Math.min(one, other) });
        const high = breakUpHazard({ ...CALM, pressure: Math.max(one, other) });
        expect(low).toBeGreaterThan(0);
        expect(high).toBeLessThan(1);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe("effectOf and pressureAt", () => {
  it("halve after the half-life", () => {
    const effect = effectOf({ kind: "complaint", atMs: AT_MS, value: null }, "growth")!;
    expect(pressureAt([effect], AT_MS)).toBeCloseTo(effect.logOdds, 12);
    expect(pressureAt([effect], AT_MS + effect.halfLifeDays * DAY_MS)).toBeCloseTo(effect.logOdds / 2, 12);
  });

  it("read a survey by its answer and ignore ordinary use", () => {
    const nps = (value: number) => effectOf({ kind: "nps-response", atMs: AT_MS, value }, "starter")?.logOdds ?? 0;
    expect(nps(3)).toBeGreaterThan(0);
    expect(nps(8)).toBe(0);
    expect(nps(10)).toBeLessThan(0);
    expect(effectOf({ kind: "usage-session", atMs: AT_MS, value: 30 }, "starter")).toBeNull();
  });

  it("weigh a merger more for an enterprise", () => {
    const merger = { kind: "merger-acquisition", atMs: AT_MS, value: null };
    expect(effectOf(merger, "enterprise")!.logOdds).toBeGreaterThan(effectOf(merger, "starter")!.logOdds);
  });
});
