import { anniversaryAfter, DAY_MS, dayOf, WEEK_MS, workingHour, workingMoment } from "@/lib/sample/calendar";
import { type Journey, record } from "@/lib/sample/journey";

const LATE_CHANCE = 0.02;
const LATE_CHANCE_IN_TROUBLE = 0.5;
const NOTICE_OF_PRICE_DAYS = 77;

/** Money and dates of a running contract in one week: payments, the renewal, its price announcement, the anniversary. */
export function playBillingWeek(journey: Journey, weekMs: number): void {
  const { random, profile, contractMs } = journey;
  if (contractMs === null) return;
  for (let dayMs = dayOf(weekMs); dayMs < weekMs + WEEK_MS; dayMs += DAY_MS) {
    if (isBillingDay(dayMs, contractMs, profile.segment === "enterprise" ? 3 : 1)) pay(journey, dayMs);
  }
  if (profile.startedMs !== null && isWithin(anniversaryAfter(profile.startedMs, weekMs - 1), weekMs)) {
    if (random.chance(0.5)) record(journey, "anniversary", workingMoment(random, weekMs, 0));
  }
  const announcedMs =
    anniversaryAfter(contractMs, weekMs + NOTICE_OF_PRICE_DAYS * DAY_MS - 1) - NOTICE_OF_PRICE_DAYS * DAY_MS;
  if (isWithin(announcedMs, weekMs) && random.chance(0.28)) {
    record(journey, "price-increase", workingMoment(random, weekMs, 0), { value: random.integer(3, 9) });
  }
}

/** The renewal of a contract that is still running on its anniversary. */
export function playRenewalWeek(journey: Journey, weekMs: number): void {
  const { random, contractMs } = journey;
  if (contractMs === null) return;
  const renewalMs = anniversaryAfter(contractMs, Math.max(weekMs - 1, contractMs));
  if (!isWithin(renewalMs, weekMs)) return;
  record(journey, "renewal-signed", workingHour(random, renewalMs));
  journey.outcomes.push({ type: "renewal", dayMs: renewalMs, reasons: [], avoidable: null });
}

function pay(journey: Journey, dayMs: number): void {
  const { random, profile } = journey;
  const value = (journey.mrrMinor / 100) * (profile.segment === "enterprise" ? 3 : 1);
  const late = random.chance(journey.running?.story.reason === "budget" ? LATE_CHANCE_IN_TROUBLE : LATE_CHANCE);
  if (late) record(journey, "payment-late", workingHour(random, dayMs + random.integer(8, 21) * DAY_MS));
  const paidMs = dayMs + (late ? random.integer(22, 30) : random.integer(0, 6)) * DAY_MS;
  record(journey, "payment-received", workingHour(random, paidMs), { value });
}

function isBillingDay(dayMs: number, contractMs: number, everyMonths: number): boolean {
  const day = new Date(dayMs);
  const start = new Date(contractMs);
  if (day.getUTCDate() !== Math.min(start.getUTCDate(), 28)) return false;
  return (day.getUTCMonth() - start.getUTCMonth() + 12) % everyMonths === 0;
}

function isWithin(dayMs: number, weekMs: number): boolean {
  return dayMs >= weekMs && dayMs < weekMs + WEEK_MS;
}
