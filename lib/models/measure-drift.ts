import { withTenant } from "@/lib/db/with-tenant";
import type { RunningJob } from "@/lib/jobs/task-payloads";
import { forEachCase } from "@/lib/scores/for-each-case";
import { knownTouchpoints } from "@/lib/scoring/learning/known-touchpoints";
import { customerLabeller } from "@/lib/scoring/learning/label-customer";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { driftPeriods } from "./drift-periods";
import { panelSetupOf } from "./panel-setup-of";

/**
 * Looks at what the active model predicts for customers as they were known at the end of each of the last twelve months
 * whose horizon is over, and stores it beside what happened. Months already looked at are left alone, so that the pass over
 * all customers is made about once a month.
 */
export async function measureDrift({
  organisationId,
  report,
  signal,
}: Pick<RunningJob<"measure-drift">, "organisationId" | "report" | "signal">): Promise<void> {
  const { setup, nowMs, periods, total } = await withTenant(organisationId, async (tx) => ({
    ...(await driftPeriods(tx, organisationId)),
    total: await tx.customer.count({ where: { organisationId } }),
  }));
  if (periods.length === 0) return;
  const sums = periods.map((period) => ({ ...period, customers: 0, predicted: 0, variance: 0, happened: 0 }));
  const { settings, scorer, modelVersion } = setup;
  const label = customerLabeller(panelSetupOf(setup, nowMs));
  const asOfMs = periods.map((period) => period.asOfMs);
  let done = 0;
  const source = { organisationId, isClockFixed: settings.clockMs !== null, asOfMs, signal };
  await forEachCase(source, (customer) => {
    done += 1;
    report({ done, total, unit: "customers" });
    for (const period of sums) {
      const outcome = label(customer, period.day);
      if (outcome === null) continue;
      const touchpoints = knownTouchpoints(customer, period.asOfMs);
      const probability = sigmoid(scorer.logOddsAt(touchpoints, customer.facts, [period.asOfMs])[0] ?? 0);
      period.customers += 1;
      period.predicted += probability;
      period.variance += probability * (1 - probability);
      period.happened += outcome;
    }
    return undefined;
  });
  await withTenant(organisationId, (tx) =>
    tx.modelPeriod.createMany({
      data: sums.map(({ asOfMs, customers, predicted, variance, happened }) => ({
        ...{ organisationId, modelVersion, asOf: new Date(asOfMs) },
        ...{ customers, predicted, variance, happened },
      })),
      skipDuplicates: true,
    }),
  );
}
