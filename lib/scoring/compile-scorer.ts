import { checkNumber } from "@/lib/scoring/check-number";
import { ConfigurationError, type Fault } from "@/lib/scoring/configuration-error";
import { Evaluator } from "@/lib/scoring/evaluator";
import { checkModel } from "@/lib/scoring/model/check-model";
import { checkKinds } from "@/lib/scoring/rules/check-kinds";
import { checkRules } from "@/lib/scoring/rules/check-rules";
import { scorerOf } from "@/lib/scoring/scorer-of";
import type { ScoringConfiguration } from "@/lib/scoring/scoring-configuration";
import type { Scorer } from "@/lib/scoring/types";

/**
 * Turns a configuration into a scorer. Filters are resolved and thresholds sorted once, so that scoring a customer does
 * no look-ups by name. A scorer reuses its buffers from call to call; its results are its caller's to keep.
 *
 * @throws ConfigurationError with every fault of the configuration.
 */
export function compileScorer(configuration: ScoringConfiguration): Scorer {
  const faults = findFaults(configuration);
  if (faults.length > 0) throw new ConfigurationError(faults);
  return scorerOf(new Evaluator(configuration), configuration);
}

function findFaults({ kinds, rules, groups = [], model, horizonDays }: ScoringConfiguration): readonly Fault[] {
  const faults: Fault[] = [];
  const report = (path: string, message: string) => void faults.push({ path, message });
  checkKinds(kinds, report);
  checkRules({ rules, groups }, new Set(kinds.map((kind) => kind.key)), report);
  checkModel(model, new Set(rules.map((rule) => rule.key)), report);
  checkNumber(horizonDays, { from: 1, to: 3_650 }, "horizonDays", report);
  return faults;
}
