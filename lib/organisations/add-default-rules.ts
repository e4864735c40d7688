import type { TenantTransaction } from "@/lib/db/with-tenant";
import { modelParameters } from "@/lib/schemas/model-parameters";
import { ruleDefinition, ruleGroups } from "@/lib/schemas/rule-set";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";

/** The rate assumed until the organisation's own break-ups tell it: 5 in 100 within the horizon. */
const ASSUMED_BASE_RATE = 0.05;

/** Publishes the default rules as version 1 and puts the model into force that takes their points as they are. */
export async function addDefaultRules(tx: TenantTransaction, organisationId: number): Promise<void> {
  const now = new Date();
  await tx.ruleSet.create({
    data: {
      organisationId,
      version: 1,
      state: "published",
      note: "Default rules",
      groups: ruleGroups.parse(DEFAULT_RULE_SET.groups),
      publishedAt: now,
      publishedBy: "system",
    },
    select: { version: true },
  });
  await tx.rule.createMany({
    data: DEFAULT_RULE_SET.rules.map((rule, position) => ({
      organisationId,
      ruleSetVersion: 1,
      key: rule.key,
      position,
      definition: ruleDefinition.parse(rule),
    })),
  });
  const intercept = Math.log(ASSUMED_BASE_RATE / (1 - ASSUMED_BASE_RATE));
  await tx.model.create({
    data: {
      organisationId,
      version: 1,
      state: "active",
      ruleSetVersion: 1,
      parameters: modelParameters.parse({ kind: "prior", intercept }),
      promotedAt: now,
      promotedBy: "system",
    },
    select: { version: true },
  });
}
