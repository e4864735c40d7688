import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DatedOutcome } from "@/lib/journey/absences-from-outcomes";
import { deriveStages, type StageFacts } from "@/lib/journey/derive-stages";
import { DAY_MS } from "@/lib/scoring/day";

const START_MS = Date.UTC(2025, 0, 1);
const at = (days: number) => START_MS + days * DAY_MS;

function stagesOf(given: Partial<StageFacts>): readonly (readonly [stage: string, day: number])[] {
  const known: StageFacts = {
    startedOnMs: START_MS,
    firstTouchpointMs: START_MS,
    outcomes: [],
    breakUp: { type: "recorded" },
    bandNow: "calm",
    atRiskSinceMs: null,
    asOfMs: at(365),
    ...given,
  };
  return deriveStages(known).map(({ stage, enteredAtMs }) => [stage, (enteredAtMs - START_MS) / DAY_MS]);
}

function outcome(type: DatedOutcome["type"], day: number): DatedOutcome {
  return { type, occurredOnMs: at(day) };
}

function inactiveFor(days: number, ...activityDays: readonly number[]): Partial<StageFacts> {
  return { breakUp: { type: "inactivity", days, activityTimesMs: activityDays.map(at) } };
}

describe("the beginning", () => {
  it("is a honeymoon of 90 days, then established", () => {
    expect(stagesOf({})).toEqual([
      ["honeymoon", 0],
      ["established", 90],
    ]);
  });

  it.each([
    { asOf: 0, stage: "honeymoon" },
    { asOf: 89.9, stage: "honeymoon" },
    { asOf: 90, stage: "established" },
  ])("is $stage $asOf days after the start", ({ asOf, stage }) => {
    expect(stagesOf({ asOfMs: at(asOf) }).at(-1)?.[0]).toBe(stage);
  });

  it("is preceded by courtship when touchpoints came before the start", () => {
    expect(stagesOf({ firstTouchpointMs: at(-40) })).toEqual([
      ["courtship", -40],
      ["honeymoon", 0],
      ["established", 90],
    ]);
  });

  it("is all courtship while the start lies ahead", () => {
    expect(stagesOf({ firstTouchpointMs: at(-40), asOfMs: at(-1) })).toEqual([["courtship", -40]]);
  });

  it("is the first touchpoint when there is no start date", () => {
    expect(stagesOf({ startedOnMs: null, firstTouchpointMs: at(20) })).toEqual([
      ["honeymoon", 20],
      ["established", 110],
    ]);
  });

  it("is the first activity under inactivity; touchpoints before it are courtship", () => {
    const facts = { startedOnMs: null, firstTouchpointMs: at(-30), ...inactiveFor(400, 10, 20) };
    expect(stagesOf(facts)).toEqual([
      ["courtship", -30],
      ["honeymoon", 10],
      ["established", 100],
    ]);
  });

  it("is nothing while nothing is known", () => {
    expect(stagesOf({ startedOnMs: null, firstTouchpointMs: null })).toEqual([]);
    expect(stagesOf({ startedOnMs: null, firstTouchpointMs: null, ...inactiveFor(90) })).toEqual([]);
    expect(stagesOf({ asOfMs: at(-1) })).toEqual([]);
  });
});

describe("recorded break-ups", () => {
  it("are departures", () => {
    expect(stagesOf({ outcomes: [outcome("break-up", 200)] })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
      ["departed", 200],
    ]);
  });

  it("can end a honeymoon", () => {
    expect(stagesOf({ outcomes: [outcome("break-up", 30)] })).toEqual([
      ["honeymoon", 0],
      ["departed", 30],
    ]);
  });

  it("end when the customer returns, who is established again after 90 days", () => {
    expect(stagesOf({ outcomes: [outcome("return", 250), outcome("break-up", 100)] })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
      ["departed", 100],
      ["returned", 250],
      ["established", 340],
    ]);
  });

  it("can come again", () => {
    const outcomes = [outcome("break-up", 100), outcome("return", 150), outcome("break-up", 180)];
    expect(stagesOf({ outcomes })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
      ["departed", 100],
      ["returned", 150],
      ["departed", 180],
    ]);
  });

  it.each([
    { what: "a second break-up without a return", outcomes: [outcome("break-up", 100), outcome("break-up", 200)] },
    { what: "a return before the break-up", outcomes: [outcome("return", 50), outcome("break-up", 100)] },
    { what: "a break-up of an earlier relationship", outcomes: [outcome("break-up", -50), outcome("break-up", 100)] },
    {
      what: "renewals and downgrades",
      outcomes: [outcome("renewal", 60), outcome("downgrade", 80), outcome("break-up", 100)],
    },
    { what: "what is recorded for the future", outcomes: [outcome("break-up", 100), outcome("return", 400)] },
  ])("are not changed by $what", ({ outcomes }) => {
    expect(stagesOf({ outcomes })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
      ["departed", 100],
    ]);
  });

  it("on the day of a return came before it", () => {
    const outcomes = [outcome("return", 100), outcome("break-up", 100)];
    expect(stagesOf({ outcomes, asOfMs: at(150) })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
      ["returned", 100],
    ]);
  });

  it("on the first day leave nothing but the departure", () => {
    expect(stagesOf({ outcomes: [outcome("break-up", 0)] })).toEqual([["departed", 0]]);
  });

  it("can be all that is known", () => {
    const facts = { startedOnMs: null, firstTouchpointMs: null, outcomes: [outcome("break-up", 10)] };
    expect(stagesOf(facts)).toEqual([["departed", 10]]);
  });
});

describe("inactivity", () => {
  it("is a departure once nothing has happened for the given days", () => {
    expect(stagesOf({ ...inactiveFor(90, 0, 50, 100), asOfMs: at(189.9) }).at(-1)).toEqual(["established", 90]);
    expect(stagesOf({ ...inactiveFor(90, 0, 50, 100), asOfMs: at(190) }).at(-1)).toEqual(["departed", 190]);
  });

  it("is none when the next activity comes on the last day", () => {
    expect(stagesOf({ ...inactiveFor(90, 0, 90, 180, 270), asOfMs: at(359) })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
    ]);
  });

  it("ends with the next activity: the customer has returned", () => {
    expect(stagesOf({ ...inactiveFor(90, 0, 50, 200), asOfMs: at(289) })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
      ["departed", 140],
      ["returned", 200],
    ]);
  });

  it("counts from the start when nothing happened since", () => {
    expect(stagesOf({ ...inactiveFor(60), asOfMs: at(100) })).toEqual([
      ["honeymoon", 0],
      ["departed", 60],
    ]);
  });

  it("does not look at activity after the instant, nor before the start", () => {
    expect(stagesOf({ ...inactiveFor(90, -10, 0, 120), asOfMs: at(95) }).at(-1)).toEqual(["departed", 90]);
  });

  it("does not look at recorded outcomes", () => {
    const facts = { ...inactiveFor(90, 0, 80, 160, 240, 320), outcomes: [outcome("break-up", 100)] };
    expect(stagesOf(facts).at(-1)).toEqual(["established", 90]);
  });
});

describe("wavering", () => {
  it.each(["at-risk", "critical"] as const)("is the stage now when the risk is %s", (bandNow) => {
    expect(stagesOf({ bandNow, atRiskSinceMs: at(300) })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
      ["wavering", 300],
    ]);
  });

  it.each(["calm", "watch"] as const)("is not when the risk is %s", (bandNow) => {
    expect(stagesOf({ bandNow, atRiskSinceMs: at(300) }).at(-1)).toEqual(["established", 90]);
  });

  it("begins now when it is not known since when", () => {
    expect(stagesOf({ bandNow: "critical" }).at(-1)).toEqual(["wavering", 365]);
  });

  it("takes the place of stages that would have begun since", () => {
    expect(stagesOf({ bandNow: "critical", atRiskSinceMs: at(30) })).toEqual([
      ["honeymoon", 0],
      ["wavering", 30],
    ]);
    expect(stagesOf({ bandNow: "critical", atRiskSinceMs: at(90) })).toEqual([
      ["honeymoon", 0],
      ["wavering", 90],
    ]);
  });

  it("is nothing for those still in courtship", () => {
    const courting = { firstTouchpointMs: at(-40), asOfMs: at(-10), atRiskSinceMs: at(-20) };
    expect(stagesOf({ bandNow: "critical", ...courting })).toEqual([["courtship", -40]]);
  });

  it("is over for those who left", () => {
    expect(stagesOf({ bandNow: "critical", outcomes: [outcome("break-up", 200)] }).at(-1)).toEqual(["departed", 200]);
  });

  it("does not begin before the customer came back", () => {
    const outcomes = [outcome("break-up", 200), outcome("return", 300)];
    expect(stagesOf({ bandNow: "critical", atRiskSinceMs: at(150), outcomes })).toEqual([
      ["honeymoon", 0],
      ["established", 90],
      ["departed", 200],
      ["wavering", 300],
    ]);
  });
});

describe("any journey", () => {
  const day = fc.integer({ min: -100, max: 500 });
  const anyFacts: fc.Arbitrary<StageFacts> = fc.record({
    startedOnMs: fc.option(day.map(at)),
    firstTouchpointMs: fc.option(day.map(at)),
    outcomes: fc.array(
      fc.record({
        type: fc.constantFrom("break-up", "return", "renewal", "downgrade"),
        occurredOnMs: day.map(at),
      }),
      { maxLength: 6 },
    ),
    breakUp: fc.oneof(
      fc.constant({ type: "recorded" as const }),
      fc.record({
        type: fc.constant("inactivity" as const),
        days: fc.integer({ min: 1, max: 120 }),
        activityTimesMs: fc.array(day, { maxLength: 12 }).map((days) => days.sort((a, b) => a - b).map(at)),
      }),
    ),
    bandNow: fc.constantFrom("calm", "watch", "at-risk", "critical"),
    atRiskSinceMs: fc.option(day.map(at)),
    asOfMs: day.map(at),
  });

  it("has stages in time order, one at an instant, none in the future, none twice in a row", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const entries = deriveStages(facts);
        entries.forEach(({ stage, enteredAtMs }, position) => {
          expect(Number.isFinite(enteredAtMs)).toBe(true);
          expect(enteredAtMs).toBeLessThanOrEqual(facts.asOfMs);
          const next = entries[position + 1];
          if (next === undefined) return;
          expect(next.enteredAtMs).toBeGreaterThan(enteredAtMs);
          expect(next.stage).not.toBe(stage);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it("returns only after departing, and departs only from a relationship", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const stages = deriveStages({ ...facts, bandNow: "calm" }).map((entry) => entry.stage);
        stages.forEach((stage, position) => {
          if (stage === "courtship" || stage === "honeymoon")
            expect(stages.slice(0, position)).not.toContain("departed");
        });
      }),
    );
  });
});
