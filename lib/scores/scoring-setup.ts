import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import { modelParameters, type StoredModel } from "@/lib/schemas/model-parameters";
import { ruleDefinition, ruleGroups } from "@/lib/schemas/rule-set";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import type { Scorer, ScoringKind } from "@/lib/scoring/types";
import { toScoringKind } from "./to-scoring-kind";

/** Everything that decides an organisation's scores, read in one transaction. */
export type ScoringSetup = Readonly<{
  settings: OrganisationSettings;
  kinds: readonly ScoringKind[];
  rules: readonly RuleDefinition[];
  groups: readonly RuleGroup[];
  model: StoredModel;
  modelVersion: number;
  ruleSetVersion: number;
  scorer: Scorer;
}>;

/** A configuration that was in force once, as `scoring_configuration` keeps it. */
export type PastConfiguration = Readonly<{
  modelVersion: number;
  kinds: readonly ScoringKind[];
  horizonDays: number;
  timeZone: string;
}>;

/**
 * Loads settings, kinds, the active model and its rule set, and compiles them.
 * @param past loads an earlier configuration instead; what decides no score stays as it is today
 * @throws AppError not-found without an active model; ConfigurationError or ZodError when what is stored is unusable:
 *   a bad configuration fails loudly and never counts as "nothing triggered"
 */
export async function loadScoringSetup(
  tx: TenantTransaction,
  organisationId: number,
  past?: PastConfiguration,
): Promise<ScoringSetup> {
  const settings = { ...(await loadSettings(tx, organisationId)), ...scoringSettings(past) };
  const active = await tx.model.findFirst({
    where: { organisationId, ...(past ? { version: past.modelVersion } : { state: "active" }) },
    orderBy: { version: "desc" },
    include: { ruleSet: { include: { rules: { orderBy: { position: "asc" } } } } },
  });
  if (!active) throw new AppError("not-found", "This organisation has no active model.");
  const kinds = past?.kinds ?? (await tx.kind.findMany({ where: { organisationId } })).map(toScoringKind);
  const rules = active.ruleSet.rules.map((rule) => ruleDefinition.parse(rule.definition));
  const groups = ruleGroups.parse(active.ruleSet.groups);
  const model = modelParameters.parse(active.parameters);
  return {
    settings,
    kinds,
    rules,
    groups,
    model,
    modelVersion: active.version,
    ruleSetVersion: active.ruleSetVersion,
    scorer: compileScorer({ ...scoringParts({ kinds, rules, groups, model }), horizonDays: settings.horizonDays }),
  };
}

function scoringSettings(past: PastConfiguration | undefined) {
  return past && { horizonDays: past.horizonDays, timeZone: past.timeZone };
}

function scoringParts(parts: Pick<ScoringSetup, "kinds" | "rules" | "groups" | "model">) {
  const { intercept, weights } = parts.model;
  return { ...parts, model: { intercept, weights: new Map(weights) } };
}
