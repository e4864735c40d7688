import type { Prisma } from "@/lib/db/generated/client";
import { withTenant } from "@/lib/db/with-tenant";
import type { StoredLearnedModel } from "@/lib/schemas/model-parameters";

/** A learned model that a person can check: more purchases in 90 days, less risk; every rule without weight. */
export function smallModel(more: Partial<StoredLearnedModel> = {}, shift = 0): StoredLearnedModel {
  return {
    kind: "learned",
    learned: {
      signals: [
        { name: "purchase:count-90", spec: { type: "count", filter: { kinds: ["purchase"] }, windowDays: 90 } },
        { name: "purchase:days-since", spec: { type: "days-since", filter: { kinds: ["purchase"] } } },
      ],
      categories: [{ name: "trait:plan", trait: "plan" }],
      derived: [],
      intercept: -1,
      ruleWeights: [["purchase-overdue", 0.5]],
      terms: [
        {
          column: "purchase:count-90",
          encoding: { type: "linear", mean: 4, sd: 2, marksMissing: false },
          coefficients: [-0.8],
        },
        {
          column: "purchase:days-since",
          encoding: { type: "linear", mean: 30, sd: 30, marksMissing: true },
          coefficients: [0.6, 0.1],
        },
        { column: "trait:plan", encoding: { type: "levels", levels: ["basic", "pro"] }, coefficients: [0.2, -0.2] },
      ],
      groups: [{ key: "buying", columns: ["purchase:count-90", "purchase:days-since"] }],
      calibration: { type: "platt", intercept: 0.1, slope: 0.9 },
      shift,
    },
    trainedFor: {
      horizonDays: 60,
      breakUp: { type: "inactivity", kinds: ["purchase"], days: 60 },
      populationActiveWithinDays: 120,
      timeZone: "UTC",
      lastAsOf: "2026-01-01T23:59:59.999Z",
    },
    anchor: null,
    ...more,
  };
}

/** Puts a model straight into the table. */
export async function insertModel(
  organisationId: number,
  model: Readonly<{ version: number; state: string; parameters: Prisma.InputJsonObject; refusedBecause?: string }>,
): Promise<void> {
  await withTenant(organisationId, (tx) =>
    tx.model.create({ data: { organisationId, origin: "learned", ruleSetVersion: 1, ...model } }),
  );
}
