import type { BandFloors } from "@/lib/bands/bands";
import type { Organisation } from "@/lib/db/generated/client";
import { type BreakUpDefinition, breakUpDefinition } from "@/lib/schemas/break-up";

/** What an organisation decided about how risk is reckoned. */
export type OrganisationSettings = Readonly<{
  id: number;
  name: string;
  slug: string;
  /** A break-up within so many days is what a score is the probability of. */
  horizonDays: number;
  breakUp: BreakUpDefinition;
  /** Only customers with a touchpoint within so many days count as current; null: all that have not departed. */
  populationActiveWithinDays: number | null;
  bandFloors: BandFloors;
  /** The fixed instant that is "now"; null: the clock is live. */
  clockMs: number | null;
  currency: string;
  timeZone: string;
  currentScoreRunId: number | null;
}>;

/** The columns of `organisation` that settings are made of, by their names in code. */
const COLUMNS = {
  id: "id",
  name: "name",
  slug: "slug",
  horizonDays: "horizon_days",
  breakUp: "break_up",
  populationActiveWithinDays: "population_active_within_days",
  bandWatch: "band_watch",
  bandAtRisk: "band_at_risk",
  bandCritical: "band_critical",
  clock: "clock",
  currency: "currency",
  timeZone: "time_zone",
  currentScoreRunId: "current_score_run_id",
} as const;

export type SettingsRow = Pick<Organisation, keyof typeof COLUMNS>;

/** The same for a statement of SQL in which `organisation` is called `g`. */
export const SETTINGS_COLUMNS = Object.entries(COLUMNS)
  .map(([name, column]) => `g.${column} AS "${name}"`)
  .join(", ");

/** @throws ZodError when the stored break-up definition is not one: a bug or a hand-made change */
export function toOrganisationSettings(row: SettingsRow): OrganisationSettings {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    horizonDays: row.horizonDays,
    breakUp: breakUpDefinition.parse(row.breakUp),
    populationActiveWithinDays: row.populationActiveWithinDays,
    bandFloors: { watch: row.bandWatch, "at-risk": row.bandAtRisk, critical: row.bandCritical },
    clockMs: row.clock?.getTime() ?? null,
    currency: row.currency,
    timeZone: row.timeZone,
    currentScoreRunId: row.currentScoreRunId,
  };
}
