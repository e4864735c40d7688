import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";
import { buildPanel } from "@/lib/scoring/learning/build-panel";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { customerLabeller } from "@/lib/scoring/learning/label-customer";
import type { Panel } from "@/lib/scoring/learning/panel";
import type { PanelPlan } from "@/lib/scoring/learning/panel-plan";
import { signalCatalogue } from "@/lib/scoring/learning/signal-catalogue";
import { KINDS } from "../support/catalogue";
import { customerOf, DAY, date, type Happening, inactivitySetup, noon, recordedSetup } from "./support/customers";

const AS_OF_DAY = 200;
const dayNumber = (day: number) => date(day) / DAY;

const happening = (from: number, to: number): fc.Arbitrary<Happening> =>
  fc.record({
    day: fc.integer({ min: from, max: to }),
    kind: fc.constantFrom("purchase", "return", "complaint", "login", "nps-response"),
    value: fc.oneof(fc.integer({ min: -50, max: 500 }), fc.constant(Number.NaN)),
    sentiment: fc.oneof(fc.constantFrom(-1, -0.5, 0, 1), fc.constant(Number.NaN)),
  });
const past = fc.array(happening(0, AS_OF_DAY), { maxLength: 25 });
const future = fc.array(happening(AS_OF_DAY + 1, AS_OF_DAY + 200), { maxLength: 25 });

/** Every signal of every kind, whether common or not. */
const PLAN: PanelPlan = {
  signals: [
    ...signalCatalogue(
      KINDS.map((kind) => ({ kind, customers: 99, touchpoints: 99, whileEnding: 0, withValue: 99, withSentiment: 99 })),
      99,
    ),
    { name: "tenure", spec: { type: "tenure" } },
  ],
  categories: [],
  kindsAfterBreakUp: [],
};

function rowOf(customer: CustomerCase): Panel {
  const setup = recordedSetup({ kinds: KINDS });
  const builder = buildPanel(setup, PLAN, [noon(AS_OF_DAY)]);
  builder.visit(customer);
  return builder.finish();
}

describe("a row of a panel", () => {
  // Someone who began before: all that follows concerns what is seen, not who is looked at.
  const facts = { startedOnMs: date(-10) };

  it("is not changed by anything that happens afterwards", () => {
    fc.assert(
      fc.property(past, future, (before, after) => {
        const known = rowOf(customerOf("a", before, { facts }));
        const all = rowOf(customerOf("a", [...before, ...after], { facts }));
        expect(all).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });

  it("is not changed by what was dated before and came to be known afterwards", () => {
    fc.assert(
      fc.property(past, past, (before, late) => {
        const merged = [
          ...before.map((one) => ({ ...one, isLate: false })),
          ...late.map((one) => ({ ...one, isLate: true })),
        ].sort((a, b) => a.day - b.day);
        const customer = {
          ...customerOf("a", merged, { facts }),
          knownFromMs: Float64Array.from(merged, ({ isLate }) => (isLate ? noon(AS_OF_DAY + 3) : Number.NaN)),
        };
        expect(rowOf(customer)).toEqual(rowOf(customerOf("a", before, { facts })));
      }),
      { numRuns: 60 },
    );
  });

  it("has outcomes from afterwards only", () => {
    const dated = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 4 });
    fc.assert(
      fc.property(dated, (days) => {
        const outcomes = days.map((day) => ({ type: "break-up", occurredOnMs: date(day) }) as const);
        const panel = rowOf(customerOf("a", [], { facts, outcomes }));
        const hasLeft = days.some((day) => day <= AS_OF_DAY);
        const leaves = days.some((day) => day > AS_OF_DAY && day <= AS_OF_DAY + 30);
        expect([...panel.outcomes]).toEqual(hasLeft ? [] : [Number(leaves)]);
      }),
    );
  });

  it("shows rules nothing of what happens afterwards either", () => {
    const rules = DEFAULT_RULE_SET.rules.filter(
      ({ signal }) => signal?.type === "count" || signal?.type === "days-since",
    );
    const known = new Set(KINDS.map((kind) => kind.key));
    const usable = rules.filter(({ signal }) =>
      signal && "filter" in signal ? (signal.filter.kinds ?? []).every((key) => known.has(key)) : true,
    );
    const setup = recordedSetup({ kinds: KINDS, ...DEFAULT_RULE_SET, rules: usable });
    const rulesOf = (happenings: readonly Happening[]) => {
      const builder = buildPanel(setup, { ...PLAN, signals: [] }, [noon(AS_OF_DAY)]);
      builder.visit(customerOf("a", happenings, { facts }));
      return builder.finish().columns.map(({ values }) => values[0]);
    };
    fc.assert(
      fc.property(past, future, (before, after) => {
        expect(rulesOf([...before, ...after])).toEqual(rulesOf(before));
      }),
      { numRuns: 40 },
    );
  });
});

describe("a label by inactivity", () => {
  const days = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 });

  it.each([
    [30, 60],
    [90, 180],
    [7, 14],
  ])("is what the definition says, day by day: %i days, population of %i", (horizon, within) => {
    const label = customerLabeller(
      inactivitySetup({
        breakUp: { type: "inactivity", kinds: ["purchase"], days: horizon },
        activeWithinDays: within,
      }),
    );
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300 }), (bought, asOf) => {
        const customer = customerOf(
          "a",
          bought.map((day) => ({ day, kind: "purchase" })),
        );
        const isOneOf = (from: number, to: number) => bought.some((day) => day >= from && day <= to);
        const expected = isOneOf(asOf - within + 1, asOf) ? Number(!isOneOf(asOf + 1, asOf + horizon)) : null;
        expect(label(customer, dayNumber(asOf))).toBe(expected);
      }),
    );
  });

  it("does not depend on the hour of anything", () => {
    const label = customerLabeller(inactivitySetup());
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: DAY - 1 }), (bought, offsetMs) => {
        const customer = customerOf(
          "a",
          bought.map((day) => ({ day, kind: "purchase" })),
        );
        const moved = {
          ...customer,
          touchpoints: {
            ...customer.touchpoints,
            occurredAtMs: customer.touchpoints.occurredAtMs.map((timeMs) => timeMs - DAY / 2 + offsetMs),
          },
        };
        for (const asOf of [50, 100, 150]) {
          expect(label(moved, dayNumber(asOf))).toBe(label(customer, dayNumber(asOf)));
        }
      }),
    );
  });
});
