import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { UTC_DAYS } from "@/lib/scoring/learning/day-clock";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import type { CustomerFacts } from "@/lib/scoring/types";
import { KINDS, kindId } from "../../support/catalogue";

export const DAY = 86_400_000;
/** Noon of a day of the tests' calendar, which begins in 2024. */
export const START = Date.UTC(2024, 0, 1);
export const noon = (day: number) => START + (day + 0.5) * DAY;
/** The date of a day, as dates are kept. */
export const date = (day: number) => START + day * DAY;

export interface Happening {
  readonly day: number;
  readonly kind: string;
  readonly value?: number;
  readonly sentiment?: number;
}

export function customerOf(
  externalId: string,
  happenings: readonly Happening[],
  more: Partial<Omit<CustomerCase, "facts">> & { readonly facts?: Partial<CustomerFacts> } = {},
): CustomerCase {
  const ordered = [...happenings].sort((a, b) => a.day - b.day);
  return {
    externalId,
    outcomes: [],
    touchpoints: {
      length: ordered.length,
      occurredAtMs: Float64Array.from(ordered, ({ day }) => noon(day)),
      kindId: Uint16Array.from(ordered, ({ kind }) => kindId(kind)),
      value: Float64Array.from(ordered, ({ value }) => value ?? Number.NaN),
      sentiment: Float64Array.from(ordered, ({ sentiment }) => sentiment ?? Number.NaN),
    },
    ...more,
    facts: { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map(), ...more.facts },
  };
}

/** A break-up is 30 days without a purchase; current are those who bought within 60 days. */
export function inactivitySetup(more: Partial<PanelSetup> = {}): PanelSetup {
  return {
    kinds: KINDS,
    rules: [],
    groups: [],
    horizonDays: 30,
    breakUp: { type: "inactivity", kinds: ["purchase"], days: 30 },
    activeWithinDays: 60,
    days: UTC_DAYS,
    knownUntilMs: noon(700),
    ...more,
  };
}

export function recordedSetup(more: Partial<PanelSetup> = {}): PanelSetup {
  return { ...inactivitySetup({ breakUp: { type: "recorded" }, activeWithinDays: null }), ...more };
}

/** Customers who buy at a rhythm of their own, some of whom stop; complaints come more often before they do. */
export function shoppers(count: number, seed: number): readonly CustomerCase[] {
  const uniform = seededUniform(seed);
  return Array.from({ length: count }, (_, at) => {
    const gap = 4 + 25 * uniform();
    const leavesOn = uniform() < 0.5 ? 100 + 500 * uniform() : 800;
    const happenings: Happening[] = [];
    for (let day = 5 * uniform(); day < Math.min(700, leavesOn); day += gap * (0.5 + uniform())) {
      happenings.push({ day: Math.floor(day), kind: "purchase", value: 20 + 100 * uniform() });
      const nearsEnd = leavesOn - day < 60;
      if (uniform() < (nearsEnd ? 0.6 : 0.05)) happenings.push({ day: Math.floor(day), kind: "complaint" });
    }
    const traits = new Map([["plan", uniform() < 0.5 ? "basic" : "pro"]]);
    return customerOf(`shopper ${at}`, happenings, { facts: { traits } });
  });
}
