import type { ModelDesign } from "@/lib/scoring/learning/additive-model";
import { crossValidate, meanLogLoss, type SplitFold } from "@/lib/scoring/learning/cross-validate";
import { SHAPES, type Shape } from "@/lib/scoring/learning/encoding";
import type { Column, LabelledTable } from "@/lib/scoring/learning/table";

const PRIOR_SDS = [0.1, 0.2, 0.5, 1, 3] as const;
const FIRST_PRIOR_SD = 0.5;
/** A change must lower the held-out log loss by this much: less is chance, and the simpler design stays. */
const LEAST_GAIN = 5e-5;

export interface ChosenDesign {
  readonly design: ModelDesign;
  /** The mean log loss of the design over held-out rows of the training table. */
  readonly logLoss: number;
}

/**
 * Chooses the shape of every column and the strength of shrinkage by the log loss over held-out folds of training rows:
 * first one shape for all numbers, then each column in turn, leaving it out included, then the strength.
 */
export function chooseDesign(
  table: LabelledTable,
  folds: readonly SplitFold[],
  report: (progress: string) => void = () => {},
): ChosenDesign {
  const measured = (design: ModelDesign): ChosenDesign => ({
    design,
    logLoss: meanLogLoss(crossValidate(folds, design), table.outcomes),
  });
  const numeric = table.columns.filter((column) => shapesOf(column).length > 2);
  const uniform = SHAPES.filter((shape) => shape !== "omit").map((shape) =>
    measured({ shapes: new Map(numeric.map((column) => [column.name, shape])), priorSd: FIRST_PRIOR_SD }),
  );
  let chosen = uniform.reduce((best, one) => better(best, one));
  report(`one shape for all: log loss ${chosen.logLoss.toFixed(5)}`);
  for (const column of table.columns) {
    const before = chosen.design.shapes.get(column.name) ?? "linear";
    for (const shape of shapesOf(column)) {
      if (shape === before) continue;
      const shapes = new Map(chosen.design.shapes).set(column.name, shape);
      chosen = better(chosen, measured({ ...chosen.design, shapes }));
    }
    report(`${column.name}: ${chosen.design.shapes.get(column.name) ?? "as it is"}, ${chosen.logLoss.toFixed(5)}`);
  }
  for (const priorSd of PRIOR_SDS) {
    if (priorSd !== FIRST_PRIOR_SD) chosen = better(chosen, measured({ ...chosen.design, priorSd }));
  }
  report(`prior width ${chosen.design.priorSd}: log loss ${chosen.logLoss.toFixed(5)}`);
  return chosen;
}

/** Categories and numbers of two values have one shape only: they are in or out. */
function shapesOf(column: Column): readonly Shape[] {
  if (column.type === "category") return ["linear", "omit"];
  const distinct = new Set(column.values.filter((value) => !Number.isNaN(value)));
  return distinct.size > 2 ? SHAPES : ["linear", "omit"];
}

function better(chosen: ChosenDesign, candidate: ChosenDesign): ChosenDesign {
  return candidate.logLoss < chosen.logLoss - LEAST_GAIN ? candidate : chosen;
}
