import { seasonFactor, workingMoment } from "@/lib/sample/calendar";
import { type Journey, record } from "@/lib/sample/journey";

/** Times a week before the contract; the last entry is what makes a courtship end in a signature. */
const WEEKLY_RATES: readonly (readonly [kind: string, rate: number])[] = [
  ["email", 1],
  ["call", 0.5],
  ["meeting", 0.34],
  ["marketing-email-opened", 0.6],
  ["webinar-attended", 0.1],
  ["quote-requested", 0.12],
  ["social-contact", 0.08],
  ["event-attended", 0.03],
  ["competitor-price", 0.03],
];

const SPOKEN = new Set(["email", "call", "meeting"]);

/** One week before the contract is signed: getting to know each other. */
export function playCourtshipWeek(journey: Journey, weekMs: number): void {
  const { random, profile } = journey;
  const season = seasonFactor(weekMs, profile.country.region);
  for (const [kind, rate] of WEEKLY_RATES) {
    for (let count = random.poisson(rate * season); count > 0; count--) {
      const spoken = SPOKEN.has(kind);
      record(journey, kind, workingMoment(random, weekMs, 0), {
        sentiment: spoken ? random.normal(0.4, 0.22) : null,
        tone: spoken ? "courtship" : null,
      });
    }
  }
}
