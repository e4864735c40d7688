import { DAY_MS } from "@/lib/scoring/day";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";
import { kindId } from "./catalogue";

/** The instant as of which most tests look: noon, so that whole days before it stay clear of midnight. */
export const NOW_MS = Date.UTC(2026, 5, 15, 12);

export interface Happening {
  readonly kind: string;
  readonly daysAgo: number;
  readonly value?: number;
  readonly sentiment?: number;
}

/** Touchpoints as columns in time order, given by how many days before NOW_MS they happened. */
export function journey(...happenings: readonly Happening[]): TouchpointColumns {
  const ordered = [...happenings].sort((a, b) => b.daysAgo - a.daysAgo);
  return {
    length: ordered.length,
    occurredAtMs: Float64Array.from(ordered, ({ daysAgo }) => NOW_MS - daysAgo * DAY_MS),
    kindId: Uint16Array.from(ordered, ({ kind }) => kindId(kind)),
    value: Float64Array.from(ordered, ({ value }) => value ?? Number.NaN),
    sentiment: Float64Array.from(ordered, ({ sentiment }) => sentiment ?? Number.NaN),
  };
}

/** One touchpoint of a kind for each number of days ago. */
export function each(kind: string, ...daysAgo: readonly number[]): readonly Happening[] {
  return daysAgo.map((days) => ({ kind, daysAgo: days }));
}

/** A customer of whom nothing is known but what is given. */
export function facts(known: Partial<CustomerFacts> = {}): CustomerFacts {
  return { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map(), ...known };
}

/** The instant a number of days after NOW_MS. */
export function inDays(days: number): number {
  return NOW_MS + days * DAY_MS;
}
