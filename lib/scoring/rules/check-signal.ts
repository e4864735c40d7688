import type { ReportFault } from "@/lib/scoring/configuration-error";
import { checkFilter } from "@/lib/scoring/rules/check-filter";
import type { SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";

/** Reports every fault of a signal against the kinds of its organisation. */
export function checkSignal(spec: SignalSpec, kindKeys: ReadonlySet<string>, path: string, report: ReportFault): void {
  checkOf(spec, kindKeys, path, report);
}

function checkOf<Kind extends SignalKind>(
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
