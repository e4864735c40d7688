import { checkNumber } from "@/lib/scoring/check-number";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import type { ModelParameters } from "@/lib/scoring/types";

const LARGEST_INTERCEPT = 50;
const LARGEST_WEIGHT = 100;

/** Reports every fault of a model against the keys of the rules it weighs. */
export function checkModel(model: ModelParameters, ruleKeys: ReadonlySet<string>, report: ReportFault): void {
  checkNumber(model.intercept, { from: -LARGEST_INTERCEPT, to: LARGEST_INTERCEPT }, "model.intercept", report);
  for (const [key, weight] of model.weights) {
    checkNumber(weight, { from: -LARGEST_WEIGHT, to: LARGEST_WEIGHT }, `model.weights["${key}"]`, report);
    if (!ruleKeys.has(key)) report(`model.weights["${key}"]`, "there is no such rule");
  }
}
