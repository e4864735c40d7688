import { modelParameters, type StoredModel } from "@/lib/schemas/model-parameters";
import { ruleDefinition, ruleGroups } from "@/lib/schemas/rule-set";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import { rulesInUse } from "@/lib/scoring/rules/rules-in-use";
import type { Scorer, ScoringKind } from "@/lib/scoring/types";
import { modelParts } from "./model-parts";
import type { StoredConfiguration } from "./read-configuration";
import { toScoringKind } from "./to-scoring-kind";

/** What an organisation's customers are scored with, apart from its settings. */
export type CompiledConfiguration = Readonly<{
  kinds: readonly ScoringKind[];
  rules: readonly RuleDefinition[];
  groups: readonly RuleGroup[];
  model: StoredModel;
  modelVersion: number;
  ruleSetVersion: number;
  scorer: Scorer;
}>;

/** @throws ConfigurationError or ZodError when what is stored is unusable */
export function compileConfiguration(stored: StoredConfiguration): CompiledConfiguration {
  const kinds = stored.kinds.map(toScoringKind);
  const rules = rulesInUse(stored.rules.map((rule) => ruleDefinition.parse(rule)));
  const groups = ruleGroups.parse(stored.groups);
  const model = modelParameters.parse(stored.parameters);
  const { modelVersion, ruleSetVersion, horizonDays } = stored;
  const scorer = compileScorer({ kinds, rules, groups, horizonDays, ...modelParts(model, stored.timeZone) });
  return { kinds, rules, groups, model, modelVersion, ruleSetVersion, scorer };
}
