import type { StoredModel } from "@/lib/schemas/model-parameters";
import type { PanelReport } from "@/lib/schemas/training-report";
import { inWords } from "@/lib/scores/reason-in-words";
import type { Term } from "@/lib/scoring/learning/additive-model";
import { contributionOf } from "@/lib/scoring/learning/contribution-of";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { mostPointsOf } from "@/lib/scoring/most-points-of";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import { describeColumn } from "@/lib/scoring/reasons/describe-column";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import type { ReasonText, ScoringKind } from "@/lib/scoring/types";

/** What a learned column gives at a value: points before the calibration's bends. */
export type ScorecardEffect = Readonly<{ at: number | string; points: number }>;

/** A model as a person reads it: where everyone starts, what each rule weighs, and what each learned column gives. */
export type Scorecard = Readonly<{
  interceptPoints: number;
  /** Points that re-anchor the model to the season; part of the start. */
  seasonPoints: number;
  /** `mostPoints`: what an admin's rule gives at most (below 0: at least), caps applied; times the weight is what counts. */
  rules: readonly Readonly<{ key: string; label: string; weight: number; mostPoints: number }>[];
  terms: readonly Readonly<{
    column: string;
    /** For a page to say in its language, and in English. */
    text: ReasonText;
    label: string;
    shape: string;
    group: string | null;
    /** At the 5%, 25%, 50%, 75% and 95% of training rows, or at the commonest levels. */
    effects: readonly ScorecardEffect[];
    /** When it is missing. */
    missingPoints: number;
  }>[];
}>;

type ScorecardParts = Readonly<{
  model: StoredModel;
  rules: readonly RuleDefinition[];
  kinds: readonly ScoringKind[];
  panel: PanelReport | undefined;
}>;

/** @returns terms by how far they move the points over the training rows, the widest first */
export function makeScorecard({ model, rules, kinds, panel }: ScorecardParts): Scorecard {
  const ruleByKey = new Map(rules.map((rule) => [rule.key, rule]));
  const weighed = (weights: LearnedParameters["ruleWeights"]) =>
    weights.map(([key, weight]) => {
      const rule = ruleByKey.get(key);
      return { key, label: rule?.label ?? key, weight, mostPoints: rule ? mostPointsOf(rule) : 0 };
    });
  if (model.kind === "prior") {
    const given = new Map(model.weights);
    const weights = rules.map(({ key }) => [key, given.get(key) ?? 1] as const);
    return { interceptPoints: pointsFromLogOdds(model.intercept), seasonPoints: 0, rules: weighed(weights), terms: [] };
  }
  const { learned } = model;
  const scale = learned.calibration?.type === "platt" ? learned.calibration.slope : 1;
  const kindByKey = new Map(kinds.map((kind) => [kind.key, kind]));
  const columnByName = new Map(panel?.columns.map((column) => [column.name, column]));
  const groupOf = new Map(
    learned.groups.flatMap(({ key, columns }) => columns.map((column) => [column, key] as const)),
  );
  const terms = learned.terms.map((term) => {
    const text = describeColumn(term.column, learned, kindByKey);
    return {
      column: term.column,
      text,
      label: inWords(text),
      shape: term.encoding.type,
      group: groupOf.get(term.column) ?? null,
      ...effectsOf(term, columnByName.get(term.column), scale),
    };
  });
  return {
    interceptPoints: pointsFromLogOdds(learned.intercept),
    seasonPoints: pointsFromLogOdds(learned.shift),
    rules: weighed(learned.ruleWeights),
    terms: terms.sort((a, b) => spreadOf(b.effects) - spreadOf(a.effects)),
  };
}

function effectsOf(term: Term, column: PanelReport["columns"][number] | undefined, scale: number) {
  const pointsAt = (value: number | string) => pointsFromLogOdds(scale * contributionOf(term, value));
  const values: readonly (number | string)[] =
    term.encoding.type === "levels" ? term.encoding.levels : [...new Set(column?.quantiles ?? [])];
  return {
    effects: values.map((at) => ({ at, points: pointsAt(at) })),
    missingPoints: pointsAt(term.encoding.type === "levels" ? "" : Number.NaN),
  };
}

function spreadOf(effects: readonly ScorecardEffect[]): number {
  const points = effects.map((effect) => effect.points);
  return points.length === 0 ? 0 : Math.max(...points) - Math.min(...points);
}
