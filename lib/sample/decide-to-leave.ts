import { breakUpHazard } from "@/lib/sample/break-up-hazard";
import { anniversaryAfter, DAY_MS, seasonFactor, WEEK_MS } from "@/lib/sample/calendar";
import type { Journey } from "@/lib/sample/journey";

const COMPLAINT_MEMORY_MS = 60 * DAY_MS;

/** Draws from the hazard of the week that ends at `atMs` whether a running relationship is given up in it. */
export function decideToLeave(journey: Journey, atMs: number): boolean {
  const { profile, contractMs, random } = journey;
  if (contractMs === null || profile.startedMs === null || contractMs > atMs) return false;
  const since = atMs - COMPLAINT_MEMORY_MS;
  const sessionsPerWeek = profile.sessionsPerWeek * seasonFactor(atMs, profile.country.region);
  const hazard = breakUpHazard({
    atMs,
    pressure: journey.pressure,
    recentComplaints: journey.events.filter((event) => event.kind === "complaint" && event.atMs >= since).length,
    missedSessions: ((atMs - journey.lastSessionMs) / WEEK_MS) * sessionsPerWeek,
    tenureDays: (atMs - profile.startedMs) / DAY_MS,
    daysToRenewal: (anniversaryAfter(contractMs, atMs) - atMs) / DAY_MS,
    frailty: profile.frailty,
  });
  return random.chance(hazard);
}
