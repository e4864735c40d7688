import { WEEK_MS } from "@/lib/sample/calendar";
import { type Journey, record } from "@/lib/sample/journey";
import { playRenewalWeek } from "@/lib/sample/play-billing-week";
import { playRoutineWeek } from "@/lib/sample/play-routine-week";
import { playStoryWeek } from "@/lib/sample/play-story-week";

const OUTAGE_REACH = 0.35;
const LULL_CHANCE = 0.005;
const LULL_DRIFT = -0.28;

/** A week of a running contract. Once the end is announced nothing new begins and nothing is renewed. */
export function playContractWeek(journey: Journey, weekMs: number, outagesMs: readonly number[]): void {
  const { random } = journey;
  const contractWeeks = Math.floor((weekMs - (journey.contractMs ?? weekMs)) / WEEK_MS);
  if (contractWeeks < 0) return;
  if (journey.leavingMs === null) {
    playStoryWeek(journey, weekMs, contractWeeks);
    playRenewalWeek(journey, weekMs);
  }
  moveEngagement(journey);
  playRoutineWeek(journey, weekMs, contractWeeks);
  for (const outageMs of outagesMs) {
    const now = outageMs >= weekMs && outageMs < weekMs + WEEK_MS;
    if (now && random.chance(OUTAGE_REACH)) record(journey, "outage", outageMs);
  }
}

/** Engagement wanders, drifts down in a story, has harmless lulls, and otherwise finds back to normal. */
function moveEngagement(journey: Journey): void {
  const { random, running } = journey;
  if (journey.lullWeeks > 0) journey.lullWeeks--;
  else if (random.chance(LULL_CHANCE)) journey.lullWeeks = random.integer(2, 5);
  const drift = (running?.story.drift ?? 0) + (journey.lullWeeks > 0 ? LULL_DRIFT : 0);
  journey.engagement = 0.9 * journey.engagement + drift + random.normal(0.005, 0.08);
}
