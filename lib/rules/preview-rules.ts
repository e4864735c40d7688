import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { organisationNow } from "@/lib/organisations/organisation-now";
import type { RulePreviewTrial } from "@/lib/schemas/rule-trial";
import { loadScoringSetup } from "@/lib/scores/scoring-setup";
import { chooseRules } from "./choose-rules";
import { type ComparedRisks, compareRisks } from "./compare-risks";
import { findPriorIntercept } from "./find-prior-intercept";
import { type NamedChange, nameChanges } from "./name-changes";
import { sampleCustomers } from "./sample-customers";
import { scoreTwice } from "./score-twice";

/** What publishing rules would change, as of now. */
export type RulePreview = Omit<ComparedRisks, "largest"> &
  Readonly<{
    asOf: string;
    /** `looked` below `total`: figures are of a sample, in which each customer is as likely to be as any other. */
    customers: Readonly<{ total: number; looked: number }>;
    /** What the base rate would be anchored to; null while break-ups are too few: the intercept then stays. */
    anchor: Readonly<{ customers: number; breakUps: number }> | null;
    current: Readonly<{ modelVersion: number; ruleSetVersion: number; learned: boolean }>;
    currency: string;
    seconds: number;
    /** Who would change band, the largest change of probability first, at most 50. */
    changes: readonly NamedChange[];
  }>;

/**
 * Scores customers twice, as they are scored today and as they would be after publishing: everyone, or a sample of
 * `atMost`. Writes nothing.
 * @throws AppError conflict without rules to try; unprocessable with every fault of theirs
 */
export async function previewRules(
  { organisationId }: Member,
  { atMost, ...trial }: RulePreviewTrial,
): Promise<RulePreview> {
  const startedMs = performance.now();
  const question = await withTenant(organisationId, async (tx) => {
    const setup = await loadScoringSetup(tx, organisationId);
    const { scorer } = await chooseRules(tx, setup, trial);
    const nowMs = await organisationNow(tx, setup.settings);
    const runId = setup.settings.currentScoreRunId;
    const sample = await sampleCustomers(tx, { organisationId, runId, atMost });
    const intercept = await findPriorIntercept(tx, organisationId);
    return { setup, settings: setup.settings, scorer, nowMs, sample, intercept };
  });
  const { risks, anchored } = await scoreTwice(question);
  const { setup, nowMs, sample } = question;
  const { largest, ...compared } = compareRisks(risks, setup.settings.bandFloors);
  return {
    asOf: new Date(nowMs).toISOString(),
    customers: { total: sample.total, looked: sample.ids?.length ?? sample.total },
    anchor: anchored && { customers: anchored.customers, breakUps: anchored.breakUps },
    current: {
      modelVersion: setup.modelVersion,
      ruleSetVersion: setup.ruleSetVersion,
      learned: setup.model.kind === "learned",
    },
    currency: setup.settings.currency,
    ...compared,
    changes: await nameChanges(organisationId, largest, setup.settings.bandFloors),
    seconds: (performance.now() - startedMs) / 1000,
  };
}
