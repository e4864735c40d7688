import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AnchorRows } from "@/lib/models/anchor-rows";
import { organisationNow } from "@/lib/organisations/organisation-now";
import type { RuleTrial } from "@/lib/schemas/rule-trial";
import { forEachCustomer } from "@/lib/scores/for-each-customer";
import { loadScoringSetup } from "@/lib/scores/scoring-setup";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { chooseRules } from "./choose-rules";
import { type ComparedRisks, compareRisks, type RiskBeforeAfter } from "./compare-risks";
import { findPriorIntercept } from "./find-prior-intercept";
import { type NamedChange, nameChanges } from "./name-changes";
import { sampleCustomers } from "./sample-customers";

/** Of more customers than this a sample is looked at, and said to be one: an admin waits for the answer. */
const MOST_CUSTOMERS = 10_000;

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
 * Scores customers twice, as they are scored today and as they would be after publishing: with the rules' points as they
 * are and the intercept anchored anew, as the scoring after a publication does. Writes nothing. Departed customers are
 * left out of the comparison.
 * @throws AppError conflict without rules to try; unprocessable with every fault of theirs
 */
export async function previewRules({ organisationId }: Member, trial: RuleTrial): Promise<RulePreview> {
  const startedMs = performance.now();
  const { setup, scorer, nowMs, sample, intercept } = await withTenant(organisationId, async (tx) => {
    const setup = await loadScoringSetup(tx, organisationId);
    const { scorer } = await chooseRules(tx, setup, trial);
    const nowMs = await organisationNow(tx, setup.settings);
    const { currentScoreRunId: runId } = setup.settings;
    const sample = await sampleCustomers(tx, { organisationId, runId, most: MOST_CUSTOMERS });
    return { setup, scorer, nowMs, sample, intercept: await findPriorIntercept(tx, organisationId) };
  });
  const anchorRows = new AnchorRows(setup, nowMs);
  const instants = [...anchorRows.startsMs, nowMs];
  const seen: { id: number; mrrMinor: number | null; before: number; logit: number }[] = [];
  await withTenantClient(organisationId, (touchpointClient) =>
    withTenantClient(organisationId, (customerClient) => {
      const customerIds = sample.ids === undefined ? {} : { customerIds: sample.ids };
      return forEachCustomer({ organisationId, touchpointClient, customerClient, ...customerIds }, (customer) => {
        const logits = scorer.logOddsAt(customer.touchpoints, customer.facts, instants);
        anchorRows.add(customer, logits);
        if (sample.departed.has(customer.id)) return undefined;
        const [before = 0] = setup.scorer.logOddsAt(customer.touchpoints, customer.facts, [nowMs]);
        const logit = logits[instants.length - 1] as number;
        seen.push({ id: customer.id, mrrMinor: customer.facts.mrrMinor, before: sigmoid(before), logit });
        return undefined;
      });
    }),
  );
  const share = sample.ids === undefined ? 1 : sample.ids.length / sample.total;
  const anchored = anchorRows.anchor(share);
  const after = anchored?.intercept ?? intercept;
  const risks = seen.map(
    ({ id, mrrMinor, before, logit }): RiskBeforeAfter => ({ id, mrrMinor, before, after: sigmoid(logit + after) }),
  );
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
