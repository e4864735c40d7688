import { checkNumber } from "@/lib/scoring/check-number";
import { ConfigurationError, type Fault } from "@/lib/scoring/configuration-error";
import { Evaluator } from "@/lib/scoring/evaluator";
import { learnedSource } from "@/lib/scoring/learned-source";
import { checkLearned } from "@/lib/scoring/model/check-learned";
import { checkModel } from "@/lib/scoring/model/check-model";
import { learnedReasons } from "@/lib/scoring/reasons/learned-reasons";
import { reasonBuilder } from "@/lib/scoring/reasons/reason-builder";
import { checkKinds } from "@/lib/scoring/rules/check-kinds";
import { checkRules } from "@/lib/scoring/rules/check-rules";
import { rulesInUse } from "@/lib/scoring/rules/rules-in-use";
import { scorerOf } from "@/lib/scoring/scorer-of";
import type { ScoringConfiguration } from "@/lib/scoring/scoring-configuration";
import type { Scorer } from "@/lib/scoring/types";

/**
 * Turns a configuration into a scorer. Filters are resolved and thresholds sorted once, so that scoring a customer does
 * no look-ups by name. A scorer reuses its buffers from call to call; its results are its caller's to keep.
 *
 * @throws ConfigurationError with every fault of the configuration.
 */
export function compileScorer(given: ScoringConfiguration): Scorer {
  const faults = findFaults(given);
  if (faults.length > 0) throw new ConfigurationError(faults);
  const configuration = { ...given, rules: rulesInUse(given.rules) };
  const { learned, kinds } = configuration;
  // A learned model weighs the rules itself.
  const evaluator = new Evaluator(learned ? { ...configuration, model: AS_STATED } : configuration);
  const ofRules = reasonBuilder(evaluator, kinds);
  if (!learned) return scorerOf(evaluator, ofRules, configuration);
  const { parameters } = learned;
  const source = learnedSource(evaluator, parameters);
  return scorerOf(source, learnedReasons({ evaluator, source, parameters, kinds, ofRules }), configuration);
}

const AS_STATED = { intercept: 0, weights: new Map() };

function findFaults(configuration: ScoringConfiguration): readonly Fault[] {
  const { kinds, rules, groups = [], model, learned, horizonDays } = configuration;
  const faults: Fault[] = [];
  const report = (path: string, message: string) => void faults.push({ path, message });
  checkKinds(kinds, report);
  checkRules({ rules, groups }, new Set(kinds.map((kind) => kind.key)), report);
  const ruleKeys = new Set(rules.map((rule) => rule.key));
  if (learned) checkLearned(learned.parameters, { ruleKeys, kindKeys: new Set(kinds.map((kind) => kind.key)) }, report);
  else checkModel(model, ruleKeys, report);
  checkNumber(horizonDays, { from: 1, to: 3_650 }, "horizonDays", report);
  return faults;
}
