import { checkNumber } from "@/lib/scoring/check-number";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import { MISSING_POLICIES, type RuleDefinition, type RuleSetDefinition } from "@/lib/scoring/rule-definition";
import { checkFilter } from "@/lib/scoring/rules/check-filter";
import { checkEffect, checkPoints } from "@/lib/scoring/rules/compile-effect";
import type { SignalKind, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";

const MOST_RULES = 1_000;
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
    checkRule(rule, `rules[${at}]`, report);
    checkSignal(rule.signal, kindKeys, `rules[${at}].signal`, report);
    if (rule.group !== undefined && !groupKeys.has(rule.group)) {
      report(`rules[${at}].group`, `there is no group "${rule.group}"`);
    }
  });
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

function checkRule(rule: RuleDefinition, path: string, report: ReportFault): void {
  checkEffect(rule.effect, `${path}.effect`, report);
  if (!MISSING_POLICIES.includes(rule.missing))
    report(`${path}.missing`, `must be one of ${MISSING_POLICIES.join(", ")}`);
  if (rule.capPoints !== undefined) {
    checkPoints(rule.capPoints, `${path}.capPoints`, report);
    checkNumber(rule.capPoints, { above: 0 }, `${path}.capPoints`, report);
  }
}

function checkSignal<Kind extends SignalKind>(
  spec: SignalSpecs[Kind],
  kindKeys: ReadonlySet<string>,
  path: string,
  report: ReportFault,
): void {
  const type = signalTypeOf(spec);
  if (type === undefined) {
    report(`${path}.type`, `there is no signal "${spec.type}"`);
    return;
  }
  for (const [name, filter] of type.filters(spec)) checkFilter(filter, kindKeys, `${path}.${name}`, report);
  type.check(spec, path, report);
}
