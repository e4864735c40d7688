import { DAY_MS, nextWorkingMoment, WEEK_MS, workingMoment } from "@/lib/sample/calendar";
import { type Journey, type RunningStory, record } from "@/lib/sample/journey";
import { playComplaint, playTicket } from "@/lib/sample/play-routine-week";
import { ONBOARDING_STORY, STORIES } from "@/lib/sample/stories";
import type { Story } from "@/lib/sample/story";
import { writePersonName } from "@/lib/sample/write-name";

const START_CHANCE = 0.0115;
const ONBOARDING_CHANCE = 0.15;
const REST_MS = 5 * WEEK_MS;
/** Weeks of a story before anybody can repair it. */
const UNNOTICED_WEEKS = 3;

/** The week's share of trouble: a story may begin, goes on, is repaired or fades away. */
export function playStoryWeek(journey: Journey, weekMs: number, contractWeeks: number): void {
  const running = journey.running ?? beginStory(journey, weekMs, contractWeeks);
  journey.running = running;
  if (running === null) return;
  playBeats(journey, running, weekMs);
  running.weeks++;
  const skill = running.story.repair * journey.profile.owner.repairSkill;
  const repaired = running.weeks > UNNOTICED_WEEKS && journey.random.chance(skill);
  if (repaired) repair(journey, running.story, weekMs + WEEK_MS);
  if (!repaired && running.weeks < running.lengthWeeks) return;
  journey.lastStory = { story: running.story, endedMs: weekMs + WEEK_MS };
  journey.running = null;
}

function beginStory(journey: Journey, weekMs: number, contractWeeks: number): RunningStory | null {
  const { random, lastStory } = journey;
  if (lastStory !== null && weekMs - lastStory.endedMs < REST_MS) return null;
  const story = chooseStory(journey, contractWeeks);
  if (story === null) return null;
  for (const kind of story.opening) playKind(journey, kind, weekMs);
  return { story, lengthWeeks: random.integer(...story.weeks), played: new Set(), weeks: 0 };
}

function chooseStory({ random }: Journey, contractWeeks: number): Story | null {
  if (contractWeeks === 1 && random.chance(ONBOARDING_CHANCE)) return ONBOARDING_STORY;
  return random.chance(START_CHANCE) ? random.weighted(STORIES, (story) => story.weight) : null;
}

function playBeats(journey: Journey, running: RunningStory, weekMs: number): void {
  for (const beat of running.story.beats) {
    if (running.weeks < beat.fromWeek || running.weeks > beat.toWeek) continue;
    if (beat.once && running.played.has(beat.kind)) continue;
    if (!journey.random.chance(beat.chance)) continue;
    running.played.add(beat.kind);
    playKind(journey, beat.kind, weekMs);
  }
}

function playKind(journey: Journey, kind: string, weekMs: number): void {
  const { random, profile } = journey;
  const atMs = workingMoment(random, weekMs, 0);
  if (kind === "complaint") {
    playComplaint(journey, atMs, 0.35);
    return;
  }
  if (kind === "support-ticket") {
    playTicket(journey, weekMs);
    return;
  }
  if (kind === "new-decision-maker") journey.contact = writePersonName(random, profile.country.language);
  record(journey, kind, atMs, storyExtras(journey, kind));
  if (kind === "champion-left") journey.contact = writePersonName(random, profile.country.language);
  if (kind === "downgrade-request" && random.chance(0.6)) downgrade(journey, weekMs);
}

function storyExtras({ random }: Journey, kind: string): Parameters<typeof record>[3] {
  if (kind === "price-increase") return { value: random.integer(5, 14) };
  if (kind === "email") return { sentiment: random.normal(-0.4, 0.2), tone: "tense" };
  if (kind === "complaint-escalated") return { sentiment: random.normal(-0.75, 0.12) };
  if (kind === "bad-review") return { value: random.integer(1, 2), sentiment: random.normal(-0.7, 0.15) };
  if (kind === "ticket-reopened" || kind === "ticket-escalated") return { sentiment: random.normal(-0.35, 0.2) };
  return {};
}

function downgrade(journey: Journey, weekMs: number): void {
  const factor = journey.random.between(0.6, 0.85);
  journey.mrrMinor = Math.round((journey.mrrMinor * factor) / 100) * 100;
  journey.seats = Math.max(2, Math.round(journey.seats * factor));
  record(journey, "seats-removed", workingMoment(journey.random, weekMs + 2 * WEEK_MS, 0));
  const reasons = [journey.running?.story.reason ?? "price"];
  journey.outcomes.push({ type: "downgrade", dayMs: weekMs + 2 * WEEK_MS, reasons, avoidable: null });
}

/** Somebody makes it right: open complaints are settled, amends are made, sometimes thanks come back. */
function repair(journey: Journey, story: Story, fromMs: number): void {
  const { random } = journey;
  const soon = (days: number) => nextWorkingMoment(workingMoment(random, fromMs, 0) + random.between(0, days) * DAY_MS);
  for (let open = Math.min(journey.openComplaints, 3); open > 0; open--) {
    record(journey, "complaint-resolved", soon(10), { sentiment: random.normal(0.3, 0.2) });
  }
  journey.openComplaints = 0;
  for (const kind of story.repairKinds) {
    if (random.chance(0.8)) record(journey, kind, soon(14), { sentiment: random.normal(0.35, 0.2) });
  }
  if (random.chance(0.35)) record(journey, "praise", soon(40), { sentiment: random.normal(0.65, 0.15) });
}
