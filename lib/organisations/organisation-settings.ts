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

/** @throws ZodError when the stored break-up definition is not one: a bug or a hand-made change */
export function toOrganisationSettings(row: Organisation): OrganisationSettings {
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
