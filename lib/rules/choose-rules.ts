import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import type { RuleTrial } from "@/lib/schemas/rule-trial";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";
import type { Scorer } from "@/lib/scoring/types";
import { DRAFT_VERSION, loadRuleSet } from "./load-rule-set";
import { refuseFaultyRules } from "./refuse-faulty-rules";

const AS_STATED = { intercept: 0, weights: new Map<string, number>() };

/**
 * The rules that are to be tried, and a scorer that takes their points as they are, without intercept.
 * @throws AppError conflict without a draft when none were given; unprocessable with every fault
 */
export async function chooseRules(
  tx: TenantTransaction,
  setup: ScoringSetup,
  trial: RuleTrial,
): Promise<Readonly<{ rules: RuleSetDefinition; scorer: Scorer }>> {
  const { id: organisationId, horizonDays } = setup.settings;
  const given = trial.rules && { rules: trial.rules, groups: trial.groups ?? [] };
  const chosen = given ?? (await loadRuleSet(tx, organisationId, DRAFT_VERSION));
  if (!chosen) throw new AppError("conflict", "There is no draft, and no rules were sent.");
  await refuseFaultyRules(tx, organisationId, chosen);
  return { rules: chosen, scorer: scorerAsStated(setup, chosen, horizonDays) };
}

/** A scorer that takes the points of rules as they are, without intercept. */
export function scorerAsStated(
  { kinds }: Pick<ScoringSetup, "kinds">,
  { rules, groups }: RuleSetDefinition,
  horizonDays: number,
): Scorer {
  return compileScorer({ kinds, rules, groups, horizonDays, model: AS_STATED });
}
