import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";

type Basis = Readonly<{
  settings: Pick<OrganisationSettings, "breakUp" | "populationActiveWithinDays" | "horizonDays">;
  ruleSetVersion: number;
}>;

/** What an anchor is reckoned with, as text: when it differs, the anchor is of something else. */
export function anchorBasis({ settings, ruleSetVersion }: Basis): string {
  const { breakUp, populationActiveWithinDays, horizonDays } = settings;
  return JSON.stringify({ ruleSetVersion, breakUp, populationActiveWithinDays, horizonDays });
}
