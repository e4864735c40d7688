import { effectOf, pressureAt } from "@/lib/sample/break-up-hazard";
import { DAY_MS } from "@/lib/sample/calendar";
import type { Journey, JourneyEvent } from "@/lib/sample/journey";

const EFFECT_MEMORY_MS = 365 * DAY_MS;

/** Lets everything before `untilMs` have happened: it is told, and it counts for the decision to leave. */
export function settleEvents(journey: Journey, untilMs: number): void {
  const later: JourneyEvent[] = [];
  for (const event of journey.pending) {
    if (event.atMs >= untilMs) later.push(event);
    else tell(journey, event);
  }
  journey.pending = later;
  journey.effects = journey.effects.filter((effect) => untilMs - effect.atMs < EFFECT_MEMORY_MS);
  journey.pressure = pressureAt(journey.effects, untilMs);
}

function tell(journey: Journey, event: JourneyEvent): void {
  journey.events.push(event);
  const effect = effectOf(event, journey.profile.segment);
  if (effect !== null) journey.effects.push(effect);
  if (event.kind === "usage-session") journey.lastSessionMs = Math.max(journey.lastSessionMs, event.atMs);
}
