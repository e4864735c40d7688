import { checkNumber } from "@/lib/scoring/check-number";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import type { RuleException } from "@/lib/scoring/rule-definition";
import { checkCondition } from "@/lib/scoring/rules/check-condition";

const MOST_EXCEPTIONS = 10;
const MOST_TIMES = 10;

/** Reports every fault of a rule's exceptions, also those that come after one with the same condition. */
export function checkExceptions(
  exceptions: readonly RuleException[] | undefined,
  kindKeys: ReadonlySet<string>,
  path: string,
  report: ReportFault,
): void {
  if (exceptions === undefined) return;
  if (exceptions.length === 0) report(path, "must not be empty; leave it out to make no exception");
  if (exceptions.length > MOST_EXCEPTIONS) {
    report(path, `may have at most ${MOST_EXCEPTIONS} exceptions, not ${exceptions.length}`);
    return;
  }
  const texts = exceptions.map((exception) => JSON.stringify(exception.when));
  exceptions.forEach(({ when, times = 0 }, at) => {
    checkCondition(when, kindKeys, `${path}[${at}].when`, report);
    checkNumber(times, { from: 0, to: MOST_TIMES }, `${path}[${at}].times`, report);
    const earlier = texts.indexOf(texts[at] as string);
    if (earlier < at) report(`${path}[${at}].when`, `is never reached: ${path}[${earlier}] has the same condition`);
  });
}
