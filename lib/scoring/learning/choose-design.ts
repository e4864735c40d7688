import type { ModelDesign } from "@/lib/scoring/learning/additive-model";
import { crossValidate, meanLogLoss, type SplitFold } from "@/lib/scoring/learning/cross-validate";
import { SHAPES, type Shape } from "@/lib/scoring/learning/encoding";
import type { LabelledTable } from "@/lib/scoring/learning/table";

const PRIOR_SDS = [0.05, 0.1, 0.2, 0.5, 1, 3] as const;
const FIRST_PRIOR_SD = 0.2;
/** A change must lower the held-out log loss by this much: less is chance, and the simpler design stays. */
const LEAST_GAIN = 5e-5;

export interface ChosenDesign {
  readonly design: ModelDesign;
  /** The mean log loss of the design over held-out rows of the training table. */
  readonly logLoss: number;
}

export interface DesignLimits {
  /** Columns whose shape is not up for choice. */
  readonly fixed: ReadonlyMap<string, Shape>;
  readonly trust?: number;
  readonly report?: (progress: string) => void;
}

/**
 * Chooses how numbers enter and the strength of shrinkage by the log loss over held-out folds of training rows: first one
 * shape for all numbers, then the strength.
 */
export function chooseDesign(table: LabelledTable, folds: readonly SplitFold[], limits: DesignLimits): ChosenDesign {
  const { fixed, trust, report = () => {} } = limits;
  const measured = (design: ModelDesign): ChosenDesign => ({
    design,
    logLoss: meanLogLoss(crossValidate(folds, design), table.outcomes),
  });
  const numeric = table.columns.filter((column) => column.type === "numeric" && !fixed.has(column.name));
  let chosen: ChosenDesign | undefined;
  for (const shape of SHAPES) {
    if (shape === "omit") continue;
    const shapes = new Map([...fixed, ...numeric.map(({ name }) => [name, shape] as const)]);
    chosen = better(chosen, measured({ shapes, priorSd: FIRST_PRIOR_SD, ...(trust !== undefined && { trust }) }));
    report(`${shape}: log loss ${chosen.logLoss.toFixed(5)}`);
  }
  for (const priorSd of PRIOR_SDS) {
    if (priorSd !== FIRST_PRIOR_SD && chosen) chosen = better(chosen, measured({ ...chosen.design, priorSd }));
  }
  if (!chosen) throw new RangeError("There is no shape to choose.");
  report(`prior width ${chosen.design.priorSd}: log loss ${chosen.logLoss.toFixed(5)}`);
  return chosen;
}

function better(chosen: ChosenDesign | undefined, candidate: ChosenDesign): ChosenDesign {
  return !chosen || candidate.logLoss < chosen.logLoss - LEAST_GAIN ? candidate : chosen;
}
