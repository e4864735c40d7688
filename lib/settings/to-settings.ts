import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import type { Settings } from "@/lib/schemas/settings";

/** Stored settings as the API shows them; sending them back unchanged changes nothing. */
export function toSettings(stored: OrganisationSettings): Settings {
  const { horizonDays, breakUp, populationActiveWithinDays, bandFloors, clockMs, currency, timeZone } = stored;
  return {
    horizonDays,
    breakUp,
    ...(populationActiveWithinDays === null ? {} : { population: { activeWithinDays: populationActiveWithinDays } }),
    bands: { watch: bandFloors.watch, atRisk: bandFloors["at-risk"], critical: bandFloors.critical },
    clock: clockMs === null ? "live" : new Date(clockMs).toISOString().replace(".000Z", "Z"),
    currency,
    timeZone,
  };
}
