import { describe, expect, it } from "vitest";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import { surveyCustomers } from "@/lib/scoring/learning/survey-customers";
import { customerOf, date, type Happening, inactivitySetup, noon, recordedSetup } from "./support/customers";

const AS_OF = noon(100);

function planOf(customers: readonly CustomerCase[], setup: PanelSetup = inactivitySetup(), asOf = [AS_OF]) {
  const survey = surveyCustomers(setup, asOf);
  for (const customer of customers) survey.visit(customer);
  return survey.plan();
}

function many(
  count: number,
  happenings: (at: number) => readonly Happening[],
  facts: (at: number) => object = () => ({}),
) {
  return Array.from({ length: count }, (_, at) => customerOf(`c${at}`, happenings(at), { facts: facts(at) }));
}

const purchase = (day: number): Happening => ({ day, kind: "purchase" });
const namesOf = (plan: ReturnType<typeof planOf>) => plan.signals.map((signal) => signal.name);

describe("the survey of touchpoints", () => {
  it("looks at kinds of enough customers", () => {
    const plan = planOf(many(40, (at) => (at < 20 ? [purchase(90), { day: 80, kind: "login" }] : [purchase(90)])));
    expect(namesOf(plan)).toContain("purchase:count-30");
    expect(namesOf(plan)).toContain("login:count-30");
    const fewer = planOf(many(40, (at) => (at < 19 ? [purchase(90), { day: 80, kind: "login" }] : [purchase(90)])));
    expect(namesOf(fewer)).not.toContain("login:count-30");
  });

  it("does not look ahead of the last instant to learn from", () => {
    const plan = planOf(many(40, () => [purchase(90), { day: 101, kind: "login" }]));
    expect(namesOf(plan)).not.toContain("login:count-30");
    const later = planOf(
      many(40, () => [purchase(90), { day: 101, kind: "login" }]),
      inactivitySetup(),
      [AS_OF, noon(101)],
    );
    expect(namesOf(later)).toContain("login:count-30");
  });

  it("counts the customers of the population only", () => {
    const active = many(20, () => [purchase(90)]);
    const gone = many(30, () => [purchase(10), { day: 9, kind: "login" }]);
    expect(namesOf(planOf([...active, ...gone]))).not.toContain("login:count-30");
  });

  it("has values and sentiments where they are given", () => {
    const withValue = planOf(many(30, () => [{ day: 90, kind: "purchase", value: 5 }]));
    expect(namesOf(withValue)).toEqual(expect.arrayContaining(["purchase:mean-value", "purchase:fading-value"]));
    expect(namesOf(withValue)).not.toContain("purchase:mean-sentiment");
    const withMood = planOf(many(30, () => [purchase(90), { day: 90, kind: "call", sentiment: -0.5 }]));
    expect(namesOf(withMood)).toEqual(expect.arrayContaining(["call:latest-sentiment", "call:minimum-sentiment"]));
    expect(namesOf(withMood)).not.toContain("call:mean-value");
    expect(namesOf(withMood)).not.toContain("purchase:mean-value");
  });

  it("looks at a category as a whole when several of its kinds occur", () => {
    const alone = planOf(many(30, () => [purchase(90)]));
    expect(namesOf(alone)).not.toContain("purchase:all:count-90");
    const both = planOf(many(30, () => [purchase(90), { day: 91, kind: "return" }]));
    expect(namesOf(both)).toContain("purchase:all:count-90");
    const all = both.signals.find(({ name }) => name === "purchase:all:count-90");
    expect(all?.spec).toEqual({ type: "count", filter: { kinds: ["purchase", "return"] }, windowDays: 90 });
  });

  it("has every window and statistic of a kind once", () => {
    const names = namesOf(planOf(many(30, () => [{ day: 90, kind: "purchase", value: 5, sentiment: 0 }])));
    expect(new Set(names).size).toBe(names.length);
    for (const part of ["count-30", "count-90", "count-180", "fading", "days-since", "silence", "trend"]) {
      expect(names).toContain(`purchase:${part}`);
    }
    expect(names).toContain("purchase:lifetime-frequency");
    expect(names).toContain("tenure");
    expect(names).not.toContain("days-to-renewal");
  });

  it("does not depend on the order of customers", () => {
    const customers = many(
      60,
      (at) => [purchase(90 - (at % 3)), { day: 80, kind: at % 2 ? "call" : "login" }],
      (at) => ({ traits: new Map([["plan", at % 2 ? "a" : "b"]]) }),
    );
    expect(planOf([...customers].reverse())).toEqual(planOf(customers));
  });
});

describe("the survey of traits and dates", () => {
  const plain = (facts: (at: number) => object, count = 40) =>
    planOf(
      many(count, () => [purchase(90)], facts),
      inactivitySetup(),
    );

  it("takes numbers for numbers and all else for categories", () => {
    const plan = plain((at) => ({
      traits: new Map<string, unknown>([
        ["seats", at],
        ["plan", at % 2 ? "a" : "b"],
        ["trial", at % 2 === 0],
        ["flag", at % 2],
      ]),
    }));
    expect(plan.signals.find(({ name }) => name === "trait:seats")?.spec).toEqual({
      type: "trait-number",
      trait: "seats",
    });
    expect(plan.categories.map(({ trait }) => trait).sort()).toEqual(["flag", "plan", "trial"]);
  });

  it("leaves out names that are of hardly anyone twice", () => {
    const plan = plain((at) => ({ traits: new Map([["city", `city ${at}`]]) }));
    expect(plan.categories).toEqual([]);
  });

  it("leaves out traits that hardly anyone has", () => {
    const rare = plain((at) => ({ traits: at < 12 ? new Map([["plan", "a"]]) : new Map() }), 250);
    expect(rare.categories).toEqual([]);
    const common = plain((at) => ({ traits: at < 13 ? new Map([["plan", "a"]]) : new Map() }), 250);
    expect(common.categories).toEqual([{ name: "trait:plan", trait: "plan" }]);
  });

  it("takes a trait with a single word among numbers for names", () => {
    const plan = plain((at) => ({ traits: new Map<string, unknown>([["seats", at === 0 ? "many" : at % 3]]) }));
    expect(plan.signals.map(({ name }) => name)).not.toContain("trait:seats");
    expect(plan.categories.map(({ trait }) => trait)).toEqual(["seats"]);
  });

  it("looks at renewals where there are dates of them", () => {
    expect(namesOf(plain((at) => ({ renewsOnMs: at === 0 ? date(200) : null })))).toContain("days-to-renewal");
  });

  it("has at most 60 columns of traits, the most common first", () => {
    const plan = plain((at) => ({
      traits: new Map(
        Array.from({ length: 80 }, (_, trait) => [`t${trait}`, at] as const).filter(
          ([name]) => name !== "t0" || at < 39,
        ),
      ),
    }));
    const traits = plan.signals.filter(({ spec }) => spec.type === "trait-number");
    expect(traits).toHaveLength(60);
    expect(traits.map(({ name }) => name)).not.toContain("trait:t0");
  });

  it("is of customers of whom only traits are known, too", () => {
    const customers = Array.from({ length: 30 }, (_, at) =>
      customerOf(`c${at}`, [], { facts: { traits: new Map([["seats", at]]) } }),
    );
    const plan = planOf(customers, recordedSetup());
    expect(namesOf(plan)).toEqual(["trait:seats"]);
  });
});

describe("kinds of the ending", () => {
  const ending = (count: number, before: number) =>
    Array.from({ length: count }, (_, at) =>
      customerOf(
        `c${at}`,
        [purchase(10), { day: at < before ? 50 : 120, kind: "return" }, { day: 60, kind: "login" }],
        { outcomes: [{ type: "break-up", occurredOnMs: date(120) }] },
      ),
    );

  it("are those that occur almost only when it is over", () => {
    const plan = planOf(ending(30, 0), recordedSetup(), [noon(130), AS_OF]);
    expect(plan.kindsAfterBreakUp).toEqual(["return"]);
    expect(namesOf(plan).filter((name) => name.startsWith("return"))).toEqual([]);
    expect(namesOf(plan)).toContain("login:count-30");
  });

  it("are not those that announce it as well", () => {
    expect(planOf(ending(30, 3), recordedSetup(), [AS_OF]).kindsAfterBreakUp).toEqual(["return"]);
    expect(planOf(ending(30, 4), recordedSetup(), [AS_OF]).kindsAfterBreakUp).toEqual([]);
  });

  it("are not told from so few", () => {
    expect(planOf(ending(9, 0), recordedSetup(), [AS_OF]).kindsAfterBreakUp).toEqual([]);
    expect(planOf(ending(10, 0), recordedSetup(), [AS_OF]).kindsAfterBreakUp).toEqual(["return"]);
  });

  it("are not judged by what lies after the end of knowledge", () => {
    const setup = recordedSetup({ knownUntilMs: noon(119) });
    expect(planOf(ending(30, 0), setup, [AS_OF]).kindsAfterBreakUp).toEqual([]);
  });
});
