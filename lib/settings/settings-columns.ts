import type { SettingsChange } from "@/lib/schemas/settings";

/** The columns a change of settings writes; what was left out is left alone. */
export function settingsColumns(change: SettingsChange) {
  return {
    horizonDays: change.horizonDays,
    breakUp: change.breakUp,
    populationActiveWithinDays:
      change.population === undefined ? undefined : (change.population?.activeWithinDays ?? null),
    bandWatch: change.bands?.watch,
    bandAtRisk: change.bands?.atRisk,
    bandCritical: change.bands?.critical,
    clock: change.clock === undefined ? undefined : change.clock === "live" ? null : new Date(change.clock),
    currency: change.currency,
    timeZone: change.timeZone,
  };
}
