import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { anchorBasis } from "@/lib/models/anchor-basis";
import { organisationNow } from "@/lib/organisations/organisation-now";
import { scorerAsStated } from "@/lib/rules/choose-rules";
import { type ComparedRisks, compareRisks } from "@/lib/rules/compare-risks";
import { sampleCustomers } from "@/lib/rules/sample-customers";
import { scoreTwice } from "@/lib/rules/score-twice";
import { USUAL_PREVIEWED } from "@/lib/schemas/rule-trial";
import type { Settings } from "@/lib/schemas/settings";
import { loadScoringSetup, type ScoringSetup } from "@/lib/scores/scoring-setup";

/** What other settings would change, as of now. */
export type SettingsPreview = Readonly<
  Pick<ComparedRisks, "bands" | "changed" | "valueAtRiskMinor"> & {
    currency: string;
    /** `looked` below `total`: figures are of a sample. */
    customers: Readonly<{ total: number; looked: number }>;
    /** What the base rate would be anchored to; null while break-ups are too few, or where probabilities stay. */
    anchor: Readonly<{ customers: number; breakUps: number }> | null;
    /** A learned model keeps its probabilities until another is trained for the other horizon. */
    learned: boolean;
  }
>;

/**
 * Counts customers and monthly revenue by band now, and as they would be with another horizon, another meaning of
 * break-up or other bands. Writes nothing.
 */
export async function previewSettings({ organisationId }: Member, wanted: Settings): Promise<SettingsPreview> {
  const { setup, nowMs, sample } = await withTenant(organisationId, async (tx) => {
    const setup = await loadScoringSetup(tx, organisationId);
    const nowMs = await organisationNow(tx, setup.settings);
    const runId = setup.settings.currentScoreRunId;
    const sample = await sampleCustomers(tx, { organisationId, runId, atMost: USUAL_PREVIEWED });
    return { setup, nowMs, sample };
  });
  const settings = settingsThen(setup.settings, wanted);
  const { model } = setup;
  const isLearned = model.kind === "learned";
  const { ruleSetVersion } = setup;
  const isSameBasis =
    anchorBasis({ settings, ruleSetVersion }) === anchorBasis({ settings: setup.settings, ruleSetVersion });
  // Weights that were learned are not bent by settings, nor is an anchor of the same basis thrown away: only bands move.
  const keepsProbabilities = isLearned || isSameBasis;
  const scorer = isLearned ? setup.scorer : scorerAsStated(setup, setup, settings.horizonDays);
  const intercept = isLearned ? 0 : model.intercept;
  const twice = await scoreTwice({ setup, settings, scorer, intercept, nowMs, sample });
  const risks = keepsProbabilities ? twice.risks.map((risk) => ({ ...risk, after: risk.before })) : twice.risks;
  const anchored = keepsProbabilities ? null : twice.anchored;
  const { bands, changed, valueAtRiskMinor } = compareRisks(risks, setup.settings.bandFloors, settings.bandFloors);
  return {
    ...{ bands, changed, valueAtRiskMinor },
    currency: setup.settings.currency,
    customers: { total: sample.total, looked: sample.ids?.length ?? sample.total },
    anchor: anchored && { customers: anchored.customers, breakUps: anchored.breakUps },
    learned: isLearned,
  };
}

function settingsThen(today: ScoringSetup["settings"], wanted: Settings): ScoringSetup["settings"] {
  const { horizonDays, breakUp, population, bands } = wanted;
  return {
    ...today,
    ...{ horizonDays, breakUp },
    populationActiveWithinDays: population?.activeWithinDays ?? null,
    bandFloors: { watch: bands.watch, "at-risk": bands.atRisk, critical: bands.critical },
  };
}
