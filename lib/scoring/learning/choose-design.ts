import type { ModelDesign } from "@/lib/scoring/learning/additive-model";
import { crossValidate, meanLogLoss, splitFolds } from "@/lib/scoring/learning/cross-validate";
import { SHAPES, type Shape } from "@/lib/scoring/learning/encoding";
import type { Fold } from "@/lib/scoring/learning/grouped-folds";
import type { DerivedColumn } from "@/lib/scoring/learning/learned-parameters";
import type { LabelledTable } from "@/lib/scoring/learning/table";
import { withDerived } from "@/lib/scoring/learning/with-derived";

const PRIOR_SDS = [0.05, 0.1, 0.2, 0.5, 1] as const;
const FIRST_PRIOR_SD = 0.5;
/** With more numbers than this, lines with kinks are too many coefficients for their gain. */
const MOST_HINGED = 12;
/** A change must lower the held-out log loss by this much: less is chance, and the simpler design stays. */
const LEAST_GAIN = 1e-4;

export interface ChosenDesign {
  readonly design: ModelDesign;
  /** Columns that are made of others. */
  readonly derived: readonly DerivedColumn[];
  /** The mean log loss of the design over held-out rows of the training table. */
  readonly logLoss: number;
}

export interface DesignLimits {
  /** Columns whose shape is not up for choice. */
  readonly fixed: ReadonlyMap<string, Shape>;
  /** Columns that may be made of others. */
  readonly candidates?: readonly DerivedColumn[];
  readonly trust?: number;
  readonly report?: (progress: string) => void;
}

/**
 * Chooses how numbers enter, the strength of shrinkage and which columns to make of others, by the log loss over held-out
 * folds of training rows: first one shape for all numbers, then the strength, then one derived column after the other.
 */
export function chooseDesign(table: LabelledTable, folds: readonly Fold[], limits: DesignLimits): ChosenDesign {
  const { fixed, trust, candidates = [], report = () => {} } = limits;
  const own = splitFolds(table, folds);
  const measured = (design: ModelDesign): ChosenDesign => ({
    design,
    derived: [],
    logLoss: meanLogLoss(crossValidate(own, design), table.outcomes),
  });
  const numeric = table.columns.filter((column) => column.type === "numeric" && !fixed.has(column.name));
  const shapes = SHAPES.filter((one) => one !== "omit" && (one !== "hinges" || numeric.length <= MOST_HINGED));
  const [first, ...others] = shapes.map((shape) =>
    measured({
      shapes: new Map([...fixed, ...numeric.map(({ name }) => [name, shape] as const)]),
      priorSd: FIRST_PRIOR_SD,
      ...(trust !== undefined && { trust }),
    }),
  ) as [ChosenDesign, ...ChosenDesign[]];
  let chosen = others.reduce(better, first);
  report(`one shape for all numbers: log loss ${chosen.logLoss.toFixed(5)}`);
  for (const priorSd of PRIOR_SDS) {
    if (priorSd !== FIRST_PRIOR_SD) chosen = better(chosen, measured({ ...chosen.design, priorSd }));
  }
  report(`prior width ${chosen.design.priorSd}: log loss ${chosen.logLoss.toFixed(5)}`);
  const shape = numeric[0] && chosen.design.shapes.get(numeric[0].name);
  for (const candidate of candidates) {
    const derived = [...chosen.derived, candidate];
    const shapesWith = new Map(chosen.design.shapes);
    if (candidate.type === "ratio" && shape) shapesWith.set(candidate.name, shape);
    const design = { ...chosen.design, shapes: shapesWith };
    const logOdds = crossValidate(splitFolds(withDerived(table, derived), folds), design);
    chosen = better(chosen, { design, derived, logLoss: meanLogLoss(logOdds, table.outcomes) });
  }
  report(`${chosen.derived.length} derived columns: log loss ${chosen.logLoss.toFixed(5)}`);
  return chosen;
}

function better(chosen: ChosenDesign, candidate: ChosenDesign): ChosenDesign {
  return candidate.logLoss < chosen.logLoss - LEAST_GAIN ? candidate : chosen;
}
