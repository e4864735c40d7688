import { DAY_MS, dayOf, WEEK_MS, workingHour, workingMoment } from "@/lib/sample/calendar";
import { type Journey, record } from "@/lib/sample/journey";

const APART_WEEKS = 13;
const RETURN_CHANCE = 0.005;
const TALKS_BEFORE_RETURN = ["call", "email", "meeting"] as const;

/** A week after the end: somebody keeps in touch. Returns the day on which the customer comes back, or null. */
export function playAfterwardsWeek(journey: Journey, weekMs: number, weeksApart: number): number | null {
  const { random } = journey;
  if (random.chance(weeksApart < 26 ? 0.12 : 0.05)) {
    const sentiment = random.normal(0.15, 0.25);
    record(journey, "email", workingMoment(random, weekMs, 0), { sentiment, tone: "farewell" });
  }
  if (random.chance(0.01)) record(journey, "social-contact", workingMoment(random, weekMs, 0));
  if (random.chance(0.03)) record(journey, "marketing-email-opened", workingMoment(random, weekMs, 0));
  if (weeksApart < APART_WEEKS || !random.chance(RETURN_CHANCE)) return null;
  for (const kind of TALKS_BEFORE_RETURN) {
    const atMs = workingMoment(random, weekMs + random.integer(0, 2) * WEEK_MS, 0);
    record(journey, kind, atMs, { sentiment: random.normal(0.4, 0.2), tone: "courtship" });
  }
  return dayOf(weekMs) + 3 * WEEK_MS + random.integer(0, 4) * DAY_MS;
}

/** The relationship begins again on a day. */
export function beginAgain(journey: Journey, dayMs: number): void {
  const { random } = journey;
  record(journey, "contract-signed", workingHour(random, dayMs));
  journey.outcomes.push({ type: "return", dayMs, reasons: [], avoidable: null });
  journey.contractMs = dayMs;
  journey.engagement = -0.3;
  journey.effects = [];
  journey.openComplaints = 0;
  journey.lastSessionMs = dayMs;
}
