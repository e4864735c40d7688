import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DatedOutcome } from "@/lib/journey/absences-from-outcomes";
import { brokeUpWithin } from "@/lib/models/broke-up-within";
import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import { daysAgo, facts, NOW_MS, setup, touchpoints } from "../scores/support/scored";

type Given = Readonly<{
  started?: number | null;
  seen?: ReturnType<typeof touchpoints>;
  outcomes?: readonly DatedOutcome[];
}>;

function label(settings: Partial<OrganisationSettings>, { started = 400, seen = touchpoints(), outcomes = [] }: Given) {
  const customer = { id: 1, externalId: "c-1", facts: facts(started), outcomes, touchpoints: seen };
  return brokeUpWithin(setup(settings), customer, NOW_MS);
}

const outcome = (type: DatedOutcome["type"], days: number): DatedOutcome => ({ type, occurredOnMs: daysAgo(days) });
const RECORDED: Partial<OrganisationSettings> = { breakUp: { type: "recorded" }, horizonDays: 90 };
const SILENT: Partial<OrganisationSettings> = {
  breakUp: { type: "inactivity", kinds: ["purchase"], days: 60 },
  horizonDays: 90,
};

describe("the label where a break-up is recorded", () => {
  it.each<[string, Given, boolean | null]>([
    ["stays", {}, false],
    ["leaves in the horizon", { outcomes: [outcome("break-up", -30)] }, true],
    ["leaves on its last day", { outcomes: [outcome("break-up", -90)] }, true],
    ["leaves the moment after it", { outcomes: [outcome("break-up", -90.001)] }, false],
    ["leaves at the moment itself and so is gone", { outcomes: [outcome("break-up", 0)] }, null],
    ["left before", { outcomes: [outcome("break-up", 10)] }, null],
    ["left, came back and stays", { outcomes: [outcome("break-up", 50), outcome("return", 10)] }, false],
    [
      "left, came back and leaves again",
      { outcomes: [outcome("break-up", 50), outcome("return", 10), outcome("break-up", -5)] },
      true,
    ],
    ["leaves and comes back within the horizon", { outcomes: [outcome("break-up", -5), outcome("return", -9)] }, true],
    ["only downgrades", { outcomes: [outcome("downgrade", -5)] }, false],
    ["only renews", { outcomes: [outcome("renewal", -5)] }, false],
    ["begins later", { started: -1, outcomes: [outcome("break-up", -30)] }, null],
    ["begins now", { started: 0, outcomes: [outcome("break-up", -30)] }, true],
    ["is known from a touchpoint alone", { started: null, seen: touchpoints(["login", 3]) }, false],
    ["is first seen later", { started: null, seen: touchpoints(["login", -3]) }, null],
    ["is not known at all", { started: null }, null],
  ])("of a customer who %s", (_who, given, expected) => expect(label(RECORDED, given)).toBe(expected));
});

describe("the label where a break-up is inactivity", () => {
  it.each<[string, Given, boolean | null]>([
    ["buys again", { seen: touchpoints(["purchase", 10], ["purchase", -20]) }, false],
    ["buys on the last day of patience", { seen: touchpoints(["purchase", 10], ["purchase", -60]) }, false],
    ["buys a moment too late", { seen: touchpoints(["purchase", 10], ["purchase", -60.001]) }, true],
    ["never buys again", { seen: touchpoints(["purchase", 10]) }, true],
    ["only signs in", { seen: touchpoints(["purchase", 10], ["login", -5]) }, true],
    ["buys at the moment itself, which is before it", { seen: touchpoints(["purchase", 0]) }, true],
    ["has been silent too long already", { seen: touchpoints(["purchase", 70], ["purchase", -5]) }, null],
    ["has begun and not bought yet", { started: 20, seen: touchpoints(["purchase", -5]) }, false],
    [
      "has an outcome, which says nothing here",
      { seen: touchpoints(["purchase", 10], ["purchase", -5]), outcomes: [outcome("break-up", -3)] },
      false,
    ],
  ])("of a customer who %s", (_who, given, expected) => expect(label(SILENT, given)).toBe(expected));
});

describe("the population", () => {
  it.each<[string, ReturnType<typeof touchpoints>, boolean | null]>([
    ["a touchpoint within it", touchpoints(["login", 29]), false],
    ["a touchpoint on its edge", touchpoints(["login", 30]), null],
    ["a touchpoint before it", touchpoints(["login", 31]), null],
    ["a touchpoint that is still to come", touchpoints(["login", -1]), null],
    ["no touchpoint", touchpoints(), null],
    ["a touchpoint at the moment itself", touchpoints(["login", 0]), false],
  ])("of thirty days, with %s", (_what, seen, expected) => {
    expect(label({ ...RECORDED, populationActiveWithinDays: 30 }, { seen })).toBe(expected);
  });

  it("of inactivity counts only the kinds that keep a relationship alive", () => {
    const settings = { ...SILENT, populationActiveWithinDays: 30 };
    expect(label(settings, { seen: touchpoints(["purchase", 40], ["login", 5]) })).toBeNull();
    expect(label(settings, { seen: touchpoints(["purchase", 20], ["login", 5]) })).toBe(true);
  });
});

it("never changes with what happens after the horizon", () => {
  const anyDay = fc.integer({ min: -90, max: 390 });
  const later = fc.array(fc.tuple(fc.constantFrom("break-up", "return"), fc.integer({ min: -900, max: -91 })));
  const known = fc.array(fc.tuple(fc.constantFrom("break-up", "return"), anyDay));
  fc.assert(
    fc.property(known, later, (before, after) => {
      const of = (pairs: readonly (readonly ["break-up" | "return", number])[]) =>
        label(RECORDED, { outcomes: pairs.map(([type, days]) => outcome(type, days)) });
      expect(of([...before, ...after] as never)).toBe(of(before as never));
    }),
  );
});
