import { checkNumber } from "@/lib/scoring/check-number";
import {
  type Comparison,
  type Condition,
  DEEPEST_CONDITION,
  MOST_COMPARISONS,
  STATE_TESTS,
  THRESHOLD_TESTS,
} from "@/lib/scoring/condition";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import { checkSignal } from "@/lib/scoring/rules/check-signal";
import { excludeEachOther } from "@/lib/scoring/rules/exclude-each-other";
import { listComparisons } from "@/lib/scoring/rules/list-comparisons";
import type { SignalKind, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";

const TESTS: readonly string[] = [...THRESHOLD_TESTS, "between", ...STATE_TESTS];

/** Reports every fault of a condition: its size first, since nothing more is read of one that is beyond all measure. */
export function checkCondition(
  condition: Condition,
  kindKeys: ReadonlySet<string>,
  path: string,
  report: ReportFault,
): void {
  if (isDeeperThan(condition, DEEPEST_CONDITION)) {
    report(path, `may be nested at most ${DEEPEST_CONDITION} deep`);
    return;
  }
  const comparisons = listComparisons(condition).length;
  if (comparisons > MOST_COMPARISONS) {
    report(path, `may have at most ${MOST_COMPARISONS} comparisons, not ${comparisons}`);
    return;
  }
  checkPart(condition, kindKeys, path, report);
}

function isDeeperThan(condition: Condition, deepest: number): boolean {
  if (deepest === 0) return true;
  if ("all" in condition) return condition.all.some((part) => isDeeperThan(part, deepest - 1));
  if ("any" in condition) return condition.any.some((part) => isDeeperThan(part, deepest - 1));
  return "not" in condition && isDeeperThan(condition.not, deepest - 1);
}

function checkPart(condition: Condition, kindKeys: ReadonlySet<string>, path: string, report: ReportFault): void {
  if ("all" in condition) {
    checkParts(condition.all, kindKeys, `${path}.all`, report);
    checkHarmony(condition.all, `${path}.all`, report);
  } else if ("any" in condition) checkParts(condition.any, kindKeys, `${path}.any`, report);
  else if ("not" in condition) checkPart(condition.not, kindKeys, `${path}.not`, report);
  else checkComparison(condition, kindKeys, path, report);
}

function checkParts(
  parts: readonly Condition[],
  kindKeys: ReadonlySet<string>,
  path: string,
  report: ReportFault,
): void {
  if (parts.length === 0) report(path, "must have at least one condition");
  parts.forEach((part, at) => void checkPart(part, kindKeys, `${path}[${at}]`, report));
}

/** Reports comparisons side by side that cannot hold together. */
function checkHarmony(parts: readonly Condition[], path: string, report: ReportFault): void {
  const comparisons = parts.map((part) => ("signal" in part ? part : undefined));
  comparisons.forEach((one, at) => {
    const earlier = comparisons.findIndex(
      (other, before) => before < at && one !== undefined && other !== undefined && excludeEachOther(one, other),
    );
    if (earlier >= 0) report(`${path}[${at}]`, `can never hold together with ${path}[${earlier}]`);
  });
}

function checkComparison(
  comparison: Comparison,
  kindKeys: ReadonlySet<string>,
  path: string,
  report: ReportFault,
): void {
  checkSignal(comparison.signal, kindKeys, `${path}.signal`, report);
  switch (comparison.is) {
    case "at-least":
    case "at-most":
    case "above":
    case "below":
      checkNumber(comparison.value, {}, `${path}.value`, report);
      return;
    case "between":
      checkNumber(comparison.from, {}, `${path}.from`, report);
      checkNumber(comparison.to, {}, `${path}.to`, report);
      if (comparison.from > comparison.to) report(`${path}.to`, "must not be below where the range begins");
      return;
    case "yes":
    case "no":
      if (!isYesOrNo(comparison.signal)) report(`${path}.is`, "yes or no cannot be asked of a number");
      return;
    case "known":
    case "missing":
      return;
    default:
      report(`${path}.is`, `must be one of ${TESTS.join(", ")}`);
  }
}

function isYesOrNo<Kind extends SignalKind>(spec: SignalSpecs[Kind]): boolean {
  const type = signalTypeOf(spec);
  return type === undefined || type.scale === "yes-no";
}
