import { DAY_MS, WEEK_MS, workingHour } from "@/lib/sample/calendar";
import { decideToLeave } from "@/lib/sample/decide-to-leave";
import { announceEnd, endRelationship } from "@/lib/sample/end-relationship";
import { type Journey, record } from "@/lib/sample/journey";
import { beginAgain, playAfterwardsWeek } from "@/lib/sample/play-afterwards-week";
import { playContractWeek } from "@/lib/sample/play-contract-week";
import { playCourtshipWeek } from "@/lib/sample/play-courtship-week";
import type { CustomerProfile } from "@/lib/sample/profile-customer";
import type { Random } from "@/lib/sample/random";
import { settleEvents } from "@/lib/sample/settle-events";
import { writePersonName } from "@/lib/sample/write-name";

export interface SampleWindow {
  readonly fromMs: number;
  readonly asOfMs: number;
  /** Instants at which the product was down for many customers at once. */
  readonly outagesMs: readonly number[];
}

/** Lives one relationship through the window, week by week. Events and outcomes are unsorted and may lie after asOf. */
export function simulateJourney(random: Random, profile: CustomerProfile, window: SampleWindow): Journey {
  const journey = openJourney(random, profile, window);
  const firstMs = Math.max(window.fromMs, profile.courtshipMs);
  for (let weekMs = firstMs; weekMs < window.asOfMs; weekMs += WEEK_MS) {
    if (journey.contractMs !== null) liveTogether(journey, weekMs, window);
    else if (journey.leftMs !== null) liveApart(journey, weekMs, window);
    else court(journey, weekMs);
  }
  return journey;
}

function openJourney(random: Random, profile: CustomerProfile, { fromMs }: SampleWindow): Journey {
  const running = profile.startedMs !== null && profile.startedMs < fromMs;
  return {
    random,
    profile,
    events: [],
    outcomes: [],
    pending: [],
    effects: [],
    running: null,
    lastStory: null,
    contact: writePersonName(random, profile.country.language),
    mrrMinor: profile.mrrMinor,
    seats: profile.seats,
    engagement: 0,
    lullWeeks: 0,
    openComplaints: 0,
    lastSessionMs: fromMs,
    pressure: 0,
    contractMs: running ? profile.startedMs : null,
    leavingMs: null,
    leftMs: null,
  };
}

function liveTogether(journey: Journey, weekMs: number, { asOfMs, outagesMs }: SampleWindow): void {
  const nextMs = weekMs + WEEK_MS;
  playContractWeek(journey, weekMs, outagesMs);
  settleEvents(journey, nextMs);
  if (nextMs >= asOfMs) return;
  if (journey.leavingMs === null && decideToLeave(journey, nextMs)) journey.leavingMs = announceEnd(journey, nextMs);
  const endMs = journey.leavingMs;
  if (endMs === null || endMs >= nextMs + WEEK_MS || endMs > asOfMs) return;
  settleEvents(journey, endMs);
  endRelationship(journey, endMs);
}

function liveApart(journey: Journey, weekMs: number, { asOfMs }: SampleWindow): void {
  const weeksApart = Math.floor((weekMs - (journey.leftMs ?? weekMs)) / WEEK_MS);
  const returnMs = playAfterwardsWeek(journey, weekMs, weeksApart);
  if (returnMs !== null && returnMs < asOfMs) beginAgain(journey, returnMs);
  settleEvents(journey, weekMs + WEEK_MS);
}

function court(journey: Journey, weekMs: number): void {
  const { startedMs } = journey.profile;
  playCourtshipWeek(journey, weekMs);
  if (startedMs !== null && startedMs <= weekMs + WEEK_MS) sign(journey, startedMs);
  settleEvents(journey, weekMs + WEEK_MS);
}

function sign(journey: Journey, startedMs: number): void {
  const { random } = journey;
  record(journey, "contract-signed", workingHour(random, startedMs));
  if (random.chance(0.8)) {
    record(journey, "onboarding-completed", workingHour(random, startedMs + random.integer(25, 70) * DAY_MS));
  }
  journey.contractMs = startedMs;
  journey.engagement = -0.7;
  journey.lastSessionMs = startedMs;
}
