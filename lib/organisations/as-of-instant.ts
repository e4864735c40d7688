import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import type { AsOf } from "@/lib/schemas/instant";
import { DAY_MS } from "@/lib/scoring/day";
import { localDaysIn } from "@/lib/scoring/local-days";

/** The instant that was asked for; a date is the end of that day in the organisation's zone. */
export function asOfInstant(asOf: AsOf, { timeZone }: Pick<OrganisationSettings, "timeZone">): number {
  if (typeof asOf === "number") return asOf;
  return localDaysIn(timeZone).endOf(Date.parse(`${asOf.date}T00:00:00Z`) / DAY_MS);
}
