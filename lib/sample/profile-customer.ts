import { DAY_MS, dayOf } from "@/lib/sample/calendar";
import { COUNTRIES, type Country } from "@/lib/sample/countries";
import { INDUSTRIES, type Industry } from "@/lib/sample/industries";
import type { Random } from "@/lib/sample/random";
import { BOOK_OWNERS, type BookOwner } from "@/lib/sample/sample-organisation";

/** Sizes of customers: share, seats (median and spread), price of a seat a month in currency units, plans on offer. */
const SEGMENTS = [
  { key: "starter", share: 0.48, seats: 5, spread: 0.5, seatPrice: 39, plans: ["Basic", "Team"] },
  { key: "growth", share: 0.38, seats: 28, spread: 0.5, seatPrice: 34, plans: ["Team", "Business"] },
  { key: "enterprise", share: 0.14, seats: 190, spread: 0.6, seatPrice: 27, plans: ["Business", "Enterprise"] },
] as const;

export type Segment = (typeof SEGMENTS)[number]["key"];

/** Who a customer is, before anything happens: fixed facts and the rhythm of the relationship. */
export interface CustomerProfile {
  readonly country: Country;
  readonly industry: Industry;
  readonly segment: Segment;
  readonly plan: string;
  readonly seats: number;
  readonly mrrMinor: number;
  readonly owner: BookOwner;
  /** First day of the courtship and of the contract (UTC midnight, ms); `startedMs` is null for a prospect. */
  readonly courtshipMs: number;
  readonly startedMs: number | null;
  /** Usage sessions in an ordinary week, and the usual minutes of one. */
  readonly sessionsPerWeek: number;
  readonly sessionMinutes: number;
  /** Work on a Saturday or Sunday against a Monday. */
  readonly weekendWeight: number;
  /** How readily people of this customer write and call, around 1. */
  readonly talkativeness: number;
  /** Log-odds of leaving that no touchpoint shows. */
  readonly frailty: number;
}

/** Draws a customer who is met between `fromMs` and `toMs`, or was one already before `fromMs`. */
export function profileCustomer(
  random: Random,
  window: { fromMs: number; toMs: number },
  standing: "long-standing" | "joined" | "prospect",
): CustomerProfile {
  const country = random.weighted(COUNTRIES, (candidate) => candidate.share);
  const segment = random.weighted(SEGMENTS, (candidate) => candidate.share);
  const seats = Math.max(2, Math.round(random.logNormal(segment.seats, segment.spread)));
  const activity = segment.key === "enterprise" ? 1.25 : segment.key === "growth" ? 0.95 : 0.75;
  return {
    country,
    industry: random.weighted(INDUSTRIES, (candidate) => candidate.share),
    segment: segment.key,
    plan: random.choice(segment.plans),
    seats,
    mrrMinor: Math.round(seats * random.logNormal(segment.seatPrice, 0.22)) * 100,
    owner: random.weighted(BOOK_OWNERS, (owner) => owner.regions[country.region] ?? owner.elsewhere),
    ...drawDates(random, window, standing),
    sessionsPerWeek: Math.min(Math.max(random.gamma(3.5, 0.93 * activity), 0.3), 1.7),
    sessionMinutes: random.logNormal(48, 0.45),
    weekendWeight: random.choice([0.03, 0.05, 0.08, 0.4]),
    talkativeness: Math.min(random.gamma(4, 1), 2),
    frailty: random.normal(0, 0.45),
  };
}

function drawDates(
  random: Random,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  standing: "long-standing" | "joined" | "prospect",
): { courtshipMs: number; startedMs: number | null } {
  const courtshipDays = 7 * (standing === "prospect" ? random.integer(9, 15) : random.integer(5, 12));
  if (standing === "prospect") return { courtshipMs: dayOf(toMs) - courtshipDays * DAY_MS, startedMs: null };
  if (standing === "long-standing") {
    const startedMs = dayOf(fromMs) - Math.round(random.gamma(1.6, 700) + 20) * DAY_MS;
    return { courtshipMs: startedMs - courtshipDays * DAY_MS, startedMs };
  }
  const courtshipMs = dayOf(random.between(fromMs, toMs - (courtshipDays + 50) * DAY_MS));
  return { courtshipMs, startedMs: courtshipMs + courtshipDays * DAY_MS };
}
