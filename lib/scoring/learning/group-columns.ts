import type { AdditiveModel } from "@/lib/scoring/learning/additive-model";
import type { LearnedSignal, ReasonGroup } from "@/lib/scoring/learning/learned-parameters";
import { contributionsOf } from "@/lib/scoring/learning/predict-log-odds";
import type { LabelledTable } from "@/lib/scoring/learning/table";
import { takeRows } from "@/lib/scoring/learning/take-rows";

/** Contributions that go together, or against each other, as much as this tell one story. */
const LEAST_CORRELATION = 0.5;
/** So many rows say what goes together. */
const MOST_ROWS = 5_000;

interface Member {
  readonly column: string;
  readonly subject: string;
  /** Distances from the mean over the rows, scaled to a length of 1. */
  readonly direction: Float64Array;
  readonly spread: number;
}

/**
 * Groups the columns that look at the same touchpoints and whose contributions move together over training rows: counts of
 * purchases in 30 and in 90 days say the same thing twice, and their coefficients may pull in opposite ways only because
 * of that. Each group is named after the member that moves scores the most; columns that stand alone are in none.
 */
export function groupColumns(
  model: AdditiveModel,
  table: LabelledTable,
  signals: readonly LearnedSignal[],
): readonly ReasonGroup[] {
  const subjects = new Map(
    signals.flatMap(({ name, spec }) => ("filter" in spec ? [[name, subjectOf(spec.filter)]] : [])),
  );
  const terms = model.terms.filter(({ column }) => subjects.has(column));
  const step = Math.ceil(table.rows / MOST_ROWS);
  const rows = Uint32Array.from({ length: Math.ceil(table.rows / step) }, (_, at) => at * step);
  const contributions = contributionsOf({ ...model, terms }, takeRows(table, rows));
  const members = terms.map(({ column }, at) =>
    memberOf(column, subjects.get(column) ?? "", contributions[at] as Float64Array),
  );
  const groups: Member[][] = [];
  for (const member of members) {
    const near = groups.filter((group) => group.some((other) => goTogether(member, other)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), member]);
  }
  return groups.filter((group) => group.length > 1).map(toReasonGroup);
}

function subjectOf(filter: object): string {
  return JSON.stringify(filter);
}

function memberOf(column: string, subject: string, contributions: Float64Array): Member {
  const mean = contributions.reduce((sum, one) => sum + one, 0) / contributions.length;
  const distances = contributions.map((one) => one - mean);
  const spread = Math.sqrt(distances.reduce((sum, one) => sum + one * one, 0));
  return { column, subject, spread, direction: distances.map((one) => (spread > 0 ? one / spread : 0)) };
}

function goTogether(one: Member, other: Member): boolean {
  if (one.subject !== other.subject) return false;
  const correlation = one.direction.reduce((sum, value, row) => sum + value * (other.direction[row] as number), 0);
  return Math.abs(correlation) >= LEAST_CORRELATION;
}

function toReasonGroup(members: readonly Member[]): ReasonGroup {
  const strongest = members.reduce((best, one) => (one.spread > best.spread ? one : best));
  return { key: strongest.column, columns: members.map(({ column }) => column).sort() };
}
