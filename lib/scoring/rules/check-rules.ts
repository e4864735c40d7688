import { checkNumber } from "@/lib/scoring/check-number";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import { MISSING_POLICIES, type RuleDefinition, type RuleSetDefinition } from "@/lib/scoring/rule-definition";
import { checkCondition } from "@/lib/scoring/rules/check-condition";
import { checkContradictions } from "@/lib/scoring/rules/check-contradictions";
import { checkExceptions } from "@/lib/scoring/rules/check-exceptions";
import { checkSignal } from "@/lib/scoring/rules/check-signal";
import { checkEffect, checkPoints } from "@/lib/scoring/rules/compile-effect";
import { conditionsOf } from "@/lib/scoring/rules/conditions-of";

const MOST_RULES = 1_000;
/** Of all rules together: every condition is asked of every customer. */
const MOST_CONDITIONS = 2_000;
const LONGEST_KEY = 100;

/** Reports every fault of a rule set against the kinds of its organisation. */
export function checkRules(
  { rules, groups }: RuleSetDefinition,
  kindKeys: ReadonlySet<string>,
  report: ReportFault,
): void {
  if (rules.length > MOST_RULES) {
    report("rules", `there may be at most ${MOST_RULES} rules, not ${rules.length}`);
    return;
  }
  checkKeys(rules, "rules", report);
  checkKeys(groups, "groups", report);
  groups.forEach((group, at) => {
    checkPoints(group.capPoints, `groups[${at}].capPoints`, report);
    checkNumber(group.capPoints, { above: 0 }, `groups[${at}].capPoints`, report);
  });
  const groupKeys = new Set(groups.map((group) => group.key));
  rules.forEach((rule, at) => {
    checkRule(rule, kindKeys, `rules[${at}]`, report);
    if (rule.group !== undefined && !groupKeys.has(rule.group)) {
      report(`rules[${at}].group`, `there is no group "${rule.group}"`);
    }
  });
  const conditions = rules.reduce((sum, rule) => sum + conditionsOf(rule).length, 0);
  if (conditions > MOST_CONDITIONS) {
    report("rules", `there may be at most ${MOST_CONDITIONS} conditions in all rules together, not ${conditions}`);
  }
  checkContradictions(rules, report);
}

function checkKeys(entries: readonly { readonly key: string }[], path: string, report: ReportFault): void {
  const seen = new Set<string>();
  entries.forEach(({ key }, at) => {
    if (key === "" || key.length > LONGEST_KEY)
      report(`${path}[${at}].key`, `must have 1 to ${LONGEST_KEY} characters`);
    if (seen.has(key)) report(`${path}[${at}].key`, `"${key}" is already taken`);
    seen.add(key);
  });
}

function checkRule(rule: RuleDefinition, kindKeys: ReadonlySet<string>, path: string, report: ReportFault): void {
  checkEffect(rule.effect, `${path}.effect`, report);
  if (rule.effect.type === "points") checkConditionAlone(rule, path, report);
  else if (rule.signal === undefined) report(`${path}.signal`, "must be there unless the effect is of the type points");
  if (rule.signal !== undefined) {
    checkSignal(rule.signal, kindKeys, `${path}.signal`, report);
    if (!MISSING_POLICIES.includes(rule.missing))
      report(`${path}.missing`, `must be one of ${MISSING_POLICIES.join(", ")}`);
  }
  if (rule.when !== undefined) checkCondition(rule.when, kindKeys, `${path}.when`, report);
  checkExceptions(rule.except, kindKeys, `${path}.except`, report);
  if (rule.capPoints !== undefined) {
    checkPoints(rule.capPoints, `${path}.capPoints`, report);
    checkNumber(rule.capPoints, { above: 0 }, `${path}.capPoints`, report);
  }
}

/** A rule of the effect `points` looks at its condition and at nothing else. */
function checkConditionAlone(rule: RuleDefinition, path: string, report: ReportFault): void {
  if (rule.when === undefined) report(`${path}.when`, "must say when the rule gives its points");
  for (const part of ["signal", "missing"] as const) {
    if (rule[part] !== undefined) report(`${path}.${part}`, "must be left out: the rule is its condition alone");
  }
}
