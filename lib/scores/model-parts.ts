import type { StoredModel } from "@/lib/schemas/model-parameters";
import { localDaysIn } from "@/lib/scoring/local-days";
import type { ScoringConfiguration } from "@/lib/scoring/scoring-configuration";

/** A stored model as the scoring core takes it. @param timeZone whose days a learned model looks at customers from */
export function modelParts(model: StoredModel, timeZone: string): Pick<ScoringConfiguration, "model" | "learned"> {
  if (model.kind === "prior") return { model: { intercept: model.intercept, weights: new Map(model.weights) } };
  return {
    model: { intercept: 0, weights: new Map() },
    learned: { parameters: model.learned, days: localDaysIn(timeZone) },
  };
}
