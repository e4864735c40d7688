import { describeCondition } from "@/lib/scoring/reasons/describe-condition";
import { describeEffect } from "@/lib/scoring/reasons/describe-effect";
import { describeSignal } from "@/lib/scoring/reasons/describe-signal";
import { joinTexts } from "@/lib/scoring/reasons/join-texts";
import type { RuleDefinition, RuleException } from "@/lib/scoring/rule-definition";
import { compileRule } from "@/lib/scoring/rules/compile-rule";
import type { ReasonText, ScoringKind } from "@/lib/scoring/types";

/** A rule in the abstract, piece by piece and as one sentence. */
export interface RuleDescription {
  /**
   * "Number of complaints in 60 days: 1 gives +8, 2 give +18, 3 or more give +34; only if …; not in the first 30 days".
   * What a missing signal gives and caps are left to the pieces.
   */
  readonly sentence: ReasonText;
  /** "Not known: no points"; a condition is never unknown. */
  readonly whenMissing: ReasonText | undefined;
}

/** Puts a rule in words, from its definition alone, with the labels of the given kinds. */
export function describeRule(rule: RuleDefinition, kinds: readonly ScoringKind[]): RuleDescription {
  const kindByKey = new Map(kinds.map((kind) => [kind.key, kind]));
  const effects = describeEffect(rule.effect, rule.signal);
  const what =
    rule.signal === undefined ? describeCondition(rule.when, kindByKey) : describeSignal("rule", rule, kindByKey);
  const gives: ReasonText = {
    id: rule.signal === undefined ? "sentence.condition" : "sentence.signal",
    values: {},
    parts: { what, gives: joinTexts(effects, "sentence.list") ?? what },
  };
  const only: readonly ReasonText[] =
    rule.signal === undefined || rule.when === undefined
      ? []
      : [{ id: "sentence.only", values: {}, parts: { condition: describeCondition(rule.when, kindByKey) } }];
  const exceptions = (rule.except ?? []).map((exception) => describeException(exception, kindByKey));
  return {
    sentence: joinTexts([gives, ...only, ...exceptions], "sentence.clauses") ?? gives,
    whenMissing: rule.missing && {
      id: `whenMissing.${rule.missing}`,
      values: { points: compileRule(rule).missingPoints },
    },
  };
}

function describeException(
  { when, times = 0 }: RuleException,
  kindByKey: ReadonlyMap<string, ScoringKind>,
): ReasonText {
  const firstDays = times === 0 ? firstDaysOf(when) : undefined;
  if (firstDays !== undefined) return { id: "except.early", values: { days: firstDays } };
  const condition = describeCondition(when, kindByKey);
  if (times === 0) return { id: "except.not", values: {}, parts: { condition } };
  if (times === 0.5) return { id: "except.half", values: {}, parts: { condition } };
  return { id: "except.times", values: { times }, parts: { condition } };
}

/** The days of "in the first 30 days"; undefined for any other condition. */
function firstDaysOf(condition: RuleException["when"]): number | undefined {
  if (!("signal" in condition) || condition.signal.type !== "tenure") return undefined;
  return condition.is === "below" && Number.isInteger(condition.value) ? condition.value : undefined;
}
