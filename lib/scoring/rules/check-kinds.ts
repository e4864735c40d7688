import { checkNumber } from "@/lib/scoring/check-number";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import type { ScoringKind } from "@/lib/scoring/types";

const HIGHEST_KIND_ID = 65_535;

/** Reports every fault of a catalogue of kinds. */
export function checkKinds(kinds: readonly ScoringKind[], report: ReportFault): void {
  const ids = new Set<number>();
  const keys = new Set<string>();
  kinds.forEach((kind, at) => {
    checkNumber(kind.id, { from: 0, to: HIGHEST_KIND_ID, whole: true }, `kinds[${at}].id`, report);
    checkNumber(kind.halfLifeDays, { above: 0, to: 36_500 }, `kinds[${at}].halfLifeDays`, report);
    if (ids.has(kind.id)) report(`kinds[${at}].id`, `${kind.id} is already taken`);
    if (keys.has(kind.key)) report(`kinds[${at}].key`, `"${kind.key}" is already taken`);
    ids.add(kind.id);
    keys.add(kind.key);
  });
}
