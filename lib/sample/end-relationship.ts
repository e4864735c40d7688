import { DAY_MS, dayOf, WEEK_MS, workingHour, workingMoment } from "@/lib/sample/calendar";
import { type Journey, record } from "@/lib/sample/journey";

/** Reasons of those who leave without trouble before, and whether anyone could have prevented it. */
const QUIET_REASONS = [
  { reason: "no-need-any-more", weight: 4, avoidable: 0.1 },
  { reason: "business-closed", weight: 3, avoidable: 0 },
  { reason: "moved-in-house", weight: 2, avoidable: 0.3 },
  { reason: "competitor", weight: 3, avoidable: 0.5 },
] as const;

const STORY_MEMORY_MS = 120 * DAY_MS;

/**
 * The customer has decided to leave at `decidedMs`: gives notice first or simply goes. Returns the day of the end.
 * Larger customers give notice more often and further ahead.
 */
export function announceEnd(journey: Journey, decidedMs: number): number {
  const { random, profile } = journey;
  const enterprise = profile.segment === "enterprise";
  if (!random.chance(enterprise ? 0.85 : 0.5)) return dayOf(decidedMs) + random.integer(1, 6) * DAY_MS;
  const endMs = dayOf(decidedMs) + 7 * random.integer(enterprise ? 3 : 1, enterprise ? 9 : 5) * DAY_MS;
  record(journey, "contract-notice", workingMoment(random, decidedMs, 0));
  if (random.chance(0.3)) record(journey, "cancellation-terms-asked", workingMoment(random, decidedMs - WEEK_MS, 0));
  if (random.chance(0.35)) record(journey, "data-export", workingHour(random, dayOf(random.between(decidedMs, endMs))));
  journey.engagement -= 0.8;
  return endMs;
}

/** The end itself: the break-up with its reasons, and a last talk soon after. */
export function endRelationship(journey: Journey, endMs: number): void {
  const { random } = journey;
  journey.pending = journey.pending.filter((event) => event.atMs < endMs);
  journey.outcomes = journey.outcomes.filter((outcome) => outcome.dayMs < endMs);
  journey.outcomes.push({ type: "break-up", dayMs: endMs, ...explainEnd(journey, endMs) });
  journey.running = null;
  journey.contractMs = null;
  journey.leavingMs = null;
  journey.leftMs = endMs;
  if (!random.chance(0.6)) return;
  const talkMs = workingMoment(random, dayOf(endMs) + DAY_MS, 0);
  record(journey, "call", talkMs, { sentiment: random.normal(-0.15, 0.3), tone: "farewell" });
}

function explainEnd(journey: Journey, endMs: number): { reasons: readonly string[]; avoidable: boolean | null } {
  const { random, running, lastStory } = journey;
  const recent = lastStory !== null && endMs - lastStory.endedMs < STORY_MEMORY_MS ? lastStory.story : null;
  const story = running?.story ?? recent;
  const cause = story ?? random.weighted(QUIET_REASONS, (candidate) => candidate.weight);
  const reasons = [cause.reason];
  if (story !== null && story.reason !== "price" && random.chance(0.25)) reasons.push("competitor");
  return { reasons, avoidable: random.chance(0.15) ? null : random.chance(cause.avoidable) };
}
