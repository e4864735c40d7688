import type { Evaluator } from "@/lib/scoring/evaluator";
import type { LearnedSource } from "@/lib/scoring/learned-source";
import { contributionOf } from "@/lib/scoring/learning/contribution-of";
import type { DerivedColumn, LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import { describeColumn } from "@/lib/scoring/reasons/describe-column";
import { labelSignal } from "@/lib/scoring/reasons/label-signal";
import { nameCategories } from "@/lib/scoring/reasons/name-categories";
import { nameSubject } from "@/lib/scoring/reasons/name-subject";
import type { ReasonBuilder } from "@/lib/scoring/reasons/reason-builder";
import { shareTouchpoints } from "@/lib/scoring/reasons/share-touchpoints";
import type { SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { Signal } from "@/lib/scoring/signals/signal-type";
import type { Reason, ReasonText, ScoringKind } from "@/lib/scoring/types";

export interface LearnedReasonParts {
  readonly evaluator: Evaluator;
  readonly source: LearnedSource;
  readonly parameters: LearnedParameters;
  readonly kinds: readonly ScoringKind[];
  /** The reasons of rules, from the evaluator's contributions. */
  readonly ofRules: ReasonBuilder;
}

/** Keys of reasons that were learned; no rule's key can be one, since those have no colon. */
const LEARNED = "learned:";

/** Explains what a learned model found: the rules' reasons, and one for each learned term, or group of terms. */
export function learnedReasons({ evaluator, source, parameters, kinds, ofRules }: LearnedReasonParts): ReasonBuilder {
  const kindByKey = new Map(kinds.map((kind) => [kind.key, kind]));
  const specByName = new Map(parameters.signals.map(({ name, spec }) => [name, spec]));
  const traitByName = new Map(parameters.categories.map(({ name, trait }) => [name, trait]));
  const derivedByName = new Map(parameters.derived.map((derived) => [derived.name, derived]));
  const groups = groupTerms(parameters);

  function textOf(term: number, asOfMs: number): ReasonText {
    const { column } = parameters.terms[term] as LearnedParameters["terms"][number];
    const trait = traitByName.get(column);
    if (trait !== undefined) return textOfTrait(trait);
    const spec = specByName.get(column);
    if (spec) return textOfSignal(spec, column, asOfMs);
    return describeColumn(column, parameters, kindByKey);
  }

  function textOfTrait(trait: string): ReasonText {
    const is = source.categoryAt(trait);
    if (is === "") return { id: "missing", values: { noun: "other", what: trait } };
    return { id: "trait-is", values: { noun: "other", what: trait, trait, is } };
  }

  function textOfSignal(spec: SignalSpec, column: string, asOfMs: number): ReasonText {
    const position = evaluator.positionOf(spec);
    const value = evaluator.values[position] as number;
    const subject = nameSubject({ signal: spec, label: labelSignal(spec, kindByKey, column) }, kindByKey);
    const named = nameCategories(spec);
    if (Number.isNaN(value)) return { id: "missing", values: { ...subject }, ...named };
    const facts = (evaluator.signals[position] as Signal).factsAt(asOfMs, value);
    return { id: spec.type, values: Object.assign(facts, subject), ...named };
  }

  /** The signals behind a group's contribution: those that pull its way, and whose touchpoints are why they do. */
  function causesOf(terms: readonly number[], logOdds: number): readonly Signal[] {
    const specs = terms.flatMap((term) => {
      if ((source.terms[term] as number) * logOdds <= 0) return [];
      const { column } = parameters.terms[term] as LearnedParameters["terms"][number];
      return originsOf(column, specByName, derivedByName).filter((spec) => comesFromTouchpoints(term, spec, logOdds));
    });
    return specs.map((spec) => evaluator.signals[evaluator.positionOf(spec)] as Signal);
  }

  /** False where touchpoints only took away from what none at all would give. */
  function comesFromTouchpoints(at: number, spec: SignalSpec, logOdds: number): boolean {
    const value = evaluator.values[evaluator.positionOf(spec)] as number;
    if (Number.isNaN(value)) return false;
    const term = parameters.terms[at] as LearnedParameters["terms"][number];
    if (!accumulates(spec) || !specByName.has(term.column)) return true;
    return (contributionOf(term, value) - contributionOf(term, 0)) * logOdds > 0;
  }

  function reasonsOfTerms(asOfMs: number, withTouchpoints: "with touchpoints" | "in words"): readonly Reason[] {
    return groups.flatMap(({ key, terms }) => {
      const logOdds = terms.reduce((sum, term) => sum + (source.terms[term] as number), 0);
      if (logOdds === 0) return [];
      const [lead = 0] = [...terms].sort((a, b) => pull(b, logOdds) - pull(a, logOdds));
      const seenMs = evaluator.seenFrom(asOfMs);
      const touchpoints =
        withTouchpoints === "in words" ? [] : shareTouchpoints(causesOf(terms, logOdds), seenMs, logOdds);
      const points = pointsFromLogOdds(logOdds);
      return [{ ruleKey: `${LEARNED}${key}`, logOdds, points, text: textOf(lead, seenMs), touchpoints }];
    });
  }

  /** How much a term pulls the way that its group goes. */
  function pull(term: number, logOdds: number): number {
    return (source.terms[term] as number) * Math.sign(logOdds);
  }

  const largestFirst = (reasons: readonly Reason[]) =>
    [...reasons].sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  return {
    outlineReasons: (asOfMs) =>
      largestFirst([...ofRules.outlineReasons(asOfMs), ...reasonsOfTerms(asOfMs, "in words")]),
    detailReasons: (asOfMs) =>
      largestFirst([...ofRules.detailReasons(asOfMs), ...reasonsOfTerms(asOfMs, "with touchpoints")]),
  };
}

/** Terms by reason: those of a group together, every other one alone. */
function groupTerms({ terms, groups }: LearnedParameters) {
  const groupOf = new Map(groups.flatMap(({ key, columns }) => columns.map((column) => [column, key] as const)));
  const byKey = new Map<string, number[]>();
  terms.forEach(({ column }, at) => {
    const key = groupOf.get(column) ?? column;
    byKey.set(key, [...(byKey.get(key) ?? []), at]);
  });
  return [...byKey].map(([key, members]) => ({ key, terms: members }));
}

/** The signals that a column is made of. */
function originsOf(
  column: string,
  specByName: ReadonlyMap<string, SignalSpec>,
  derivedByName: ReadonlyMap<string, DerivedColumn>,
): readonly SignalSpec[] {
  const own = specByName.get(column);
  if (own) return [own];
  const derived = derivedByName.get(column);
  if (!derived) return [];
  const names = derived.type === "ratio" ? [derived.numerator, derived.denominator] : [derived.first, derived.second];
  return names.flatMap((name) => specByName.get(name) ?? []);
}

function accumulates<Kind extends SignalKind>(spec: SignalSpecs[Kind]): boolean {
  return signalTypeOf(spec)?.accumulates ?? false;
}
