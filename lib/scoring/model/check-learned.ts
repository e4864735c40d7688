import { checkNumber } from "@/lib/scoring/check-number";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import { widthOf } from "@/lib/scoring/learning/encoding";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { checkSignal } from "@/lib/scoring/rules/check-signal";

interface Known {
  readonly ruleKeys: ReadonlySet<string>;
  readonly kindKeys: ReadonlySet<string>;
}

/** Reports every fault of a learned model against the rules that it weighs and the kinds that its signals look at. */
export function checkLearned(learned: LearnedParameters, { ruleKeys, kindKeys }: Known, report: ReportFault): void {
  checkNumber(learned.intercept, {}, "learned.intercept", report);
  checkNumber(learned.shift, {}, "learned.shift", report);
  for (const [key, weight] of learned.ruleWeights) {
    checkNumber(weight, {}, `learned.ruleWeights["${key}"]`, report);
    if (!ruleKeys.has(key)) report(`learned.ruleWeights["${key}"]`, "there is no such rule");
  }
  for (const { name, spec } of learned.signals) checkSignal(spec, kindKeys, `learned.signals["${name}"]`, report);
  const columns = new Set([...learned.signals, ...learned.categories, ...learned.derived].map(({ name }) => name));
  for (const { column, encoding, coefficients } of learned.terms) {
    const path = `learned.terms["${column}"]`;
    if (!columns.has(column)) report(path, "there is no such column");
    if (coefficients.length !== widthOf(encoding)) {
      report(path, `must have ${widthOf(encoding)} coefficients, not ${coefficients.length}`);
    }
    for (const coefficient of coefficients) checkNumber(coefficient, {}, path, report);
  }
}
