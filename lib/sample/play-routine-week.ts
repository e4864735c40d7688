import { DAY_MS, nextWorkingMoment, seasonFactor, WEEK_MS, workingMoment } from "@/lib/sample/calendar";
import { type Journey, record } from "@/lib/sample/journey";
import { playBillingWeek } from "@/lib/sample/play-billing-week";

/** Things that happen now and then in any relationship: times a week, and whether they need an engaged customer. */
const OCCASIONS: readonly (readonly [kind: string, weeklyRate: number, engaged: boolean])[] = [
  ["check-in", 0.025, false],
  ["marketing-email-opened", 0.07, true],
  ["webinar-attended", 0.01, true],
  ["event-attended", 0.006, true],
  ["social-contact", 0.008, true],
  ["feature-adopted", 0.012, true],
  ["integration-connected", 0.004, true],
  ["seats-added", 0.006, true],
  ["goal-reached", 0.006, true],
  ["plan-upgraded", 0.0015, true],
  ["praise", 0.008, true],
  ["referral", 0.002, true],
  ["reference-given", 0.0015, true],
  ["feature-request", 0.012, true],
  ["growth-announced", 0.002, false],
  ["personal-milestone", 0.004, false],
  ["quote-requested", 0.003, true],
  ["service-failure", 0.005, false],
  ["competitor-price", 0.003, false],
  ["new-competitor", 0.001, false],
  ["new-management", 0.0015, false],
  ["message-unanswered", 0.01, false],
  ["meeting-cancelled", 0.006, false],
  ["marketing-unsubscribed", 0.001, false],
  ["data-export", 0.0012, false],
  ["seats-removed", 0.0015, false],
  ["unoffered-service-request", 0.002, false],
  ["cancellation-terms-asked", 0.0008, false],
  ["payment-late", 0.005, false],
];

const HONEYMOON_WEEKS = 13;

/** An ordinary week of a running contract: work with the product, money, talks, questions and small surprises. */
export function playRoutineWeek(journey: Journey, weekMs: number, contractWeeks: number): void {
  const { random, profile } = journey;
  const usage = Math.exp(journey.engagement) * seasonFactor(weekMs, profile.country.region);
  const honeymoon = contractWeeks < HONEYMOON_WEEKS;
  playUsage(journey, weekMs, usage);
  playBillingWeek(journey, weekMs);
  playTalks(journey, weekMs, honeymoon ? 2 : 1);
  for (let count = random.poisson(honeymoon ? 0.16 : 0.07); count > 0; count--) playTicket(journey, weekMs);
  if (random.chance(0.004)) playComplaint(journey, workingMoment(random, weekMs, 0), 0.85);
  if (random.chance(0.006)) playPromise(journey, workingMoment(random, weekMs, 0));
  for (const [kind, rate, engaged] of OCCASIONS) {
    if (random.chance(Math.min(rate * (engaged ? usage : 1), 1))) playOccasion(journey, kind, weekMs);
  }
  if (contractWeeks % 13 === 9 && random.chance(0.45)) answerSurvey(journey, workingMoment(random, weekMs, 0));
}

/** A complaint; with the given chance it is settled within weeks, otherwise it stays open. */
export function playComplaint(journey: Journey, atMs: number, settled: number): void {
  const { random } = journey;
  record(journey, "complaint", atMs, { sentiment: random.normal(-0.55, 0.2) });
  if (!random.chance(settled)) {
    journey.openComplaints++;
    return;
  }
  const resolvedMs = nextWorkingMoment(atMs + random.logNormal(6, 0.6) * DAY_MS);
  record(journey, "complaint-resolved", resolvedMs, { sentiment: random.normal(0.25, 0.2) });
}

/** A support ticket, mostly resolved within days and sometimes rated; people in distress rate lower. */
export function playTicket(journey: Journey, weekMs: number): void {
  const { random, pressure } = journey;
  const atMs = workingMoment(random, weekMs, journey.profile.weekendWeight);
  record(journey, "support-ticket", atMs, { sentiment: random.normal(-0.05 - 0.1 * pressure, 0.22) });
  if (!random.chance(0.92 - 0.08 * Math.max(pressure, 0))) return;
  const resolvedMs = nextWorkingMoment(atMs + random.logNormal(1.6, 0.8) * DAY_MS);
  record(journey, "ticket-resolved", resolvedMs);
  if (!random.chance(0.25)) return;
  const stars = Math.round(Math.min(Math.max(random.normal(4.3 - 0.6 * pressure, 0.8), 1), 5));
  record(journey, "csat-response", nextWorkingMoment(resolvedMs + random.between(0.1, 2) * DAY_MS), { value: stars });
}

function playUsage(journey: Journey, weekMs: number, usage: number): void {
  const { random, profile } = journey;
  for (let count = random.poisson(profile.sessionsPerWeek * usage); count > 0; count--) {
    const minutes = Math.round(random.logNormal(profile.sessionMinutes, 0.5) * Math.min(usage, 1.2)) + 1;
    record(journey, "usage-session", workingMoment(random, weekMs, profile.weekendWeight), { value: minutes });
  }
  for (let count = random.poisson(profile.sessionsPerWeek * usage * 0.2); count > 0; count--) {
    record(journey, "login", workingMoment(random, weekMs, profile.weekendWeight));
  }
}

function playTalks(journey: Journey, weekMs: number, closeness: number): void {
  const { random, profile, pressure } = journey;
  const size = profile.segment === "enterprise" ? 1.8 : profile.segment === "growth" ? 1.1 : 0.7;
  const rates = [
    ["email", 0.12],
    ["call", 0.05],
    ["meeting", 0.035],
  ] as const;
  for (const [kind, rate] of rates) {
    for (let count = random.poisson(rate * size * closeness * profile.talkativeness); count > 0; count--) {
      const sentiment = random.normal(0.32 - 0.22 * pressure, 0.25);
      record(journey, kind, workingMoment(random, weekMs, 0), { sentiment, tone: sentiment < -0.2 ? "tense" : null });
    }
  }
}

function playOccasion(journey: Journey, kind: string, weekMs: number): void {
  const { random } = journey;
  const spoken = kind === "check-in" || kind === "praise";
  record(journey, kind, workingMoment(random, weekMs, 0), { sentiment: spoken ? random.normal(0.55, 0.2) : null });
  if (kind === "seats-added") resize(journey, random.between(1.04, 1.15));
  if (kind === "plan-upgraded") journey.mrrMinor = Math.round(journey.mrrMinor * 0.0125) * 100;
  if (kind === "seats-removed") resize(journey, random.between(0.88, 0.97));
}

function resize(journey: Journey, factor: number): void {
  journey.seats = Math.max(2, Math.round(journey.seats * factor));
  journey.mrrMinor = Math.round((journey.mrrMinor * factor) / 100) * 100;
}

function playPromise(journey: Journey, atMs: number): void {
  const { random } = journey;
  record(journey, "promise-made", atMs);
  const dueMs = nextWorkingMoment(atMs + random.between(5, 28) * DAY_MS);
  if (random.chance(0.76)) record(journey, "promise-kept", dueMs);
  else if (random.chance(0.4)) record(journey, "promise-broken", nextWorkingMoment(dueMs + WEEK_MS));
}

function answerSurvey(journey: Journey, atMs: number): void {
  const { random, pressure, profile } = journey;
  const value = Math.round(Math.min(Math.max(random.normal(7.9 - 1.1 * pressure - profile.frailty, 1.4), 0), 10));
  record(journey, "nps-response", atMs, { value, sentiment: (value - 6) / 5 });
}
