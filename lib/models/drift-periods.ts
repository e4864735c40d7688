import type { TenantTransaction } from "@/lib/db/with-tenant";
import { organisationNow } from "@/lib/organisations/organisation-now";
import { loadScoringSetup, type ScoringSetup } from "@/lib/scores/scoring-setup";
import { horizonOf } from "@/lib/scoring/learning/panel-setup";
import { localDaysIn } from "@/lib/scoring/local-days";
import { monthEnds } from "./month-ends";

const MONTHS = 12;

export type DriftPeriods = Readonly<{
  setup: ScoringSetup;
  nowMs: number;
  /** Ends of months, by local day and instant, whose horizon is over and which were not looked at yet, oldest first. */
  periods: readonly Readonly<{ day: number; asOfMs: number }>[];
}>;

/** The months of the last twelve that the active model still has to be held against. */
export async function driftPeriods(tx: TenantTransaction, organisationId: number): Promise<DriftPeriods> {
  const setup = await loadScoringSetup(tx, organisationId);
  const { settings, modelVersion } = setup;
  const nowMs = await organisationNow(tx, settings);
  const days = localDaysIn(settings.timeZone);
  const stored = await tx.modelPeriod.findMany({ where: { organisationId, modelVersion }, select: { asOf: true } });
  const known = new Set(stored.map(({ asOf }) => asOf.getTime()));
  const periods = monthEnds(days.dayOf(nowMs) - horizonOf(settings), MONTHS)
    .map((day) => ({ day, asOfMs: days.endOf(day) }))
    .filter(({ asOfMs }) => !known.has(asOfMs));
  return { setup, nowMs, periods };
}
