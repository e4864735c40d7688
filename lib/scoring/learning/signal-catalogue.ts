import type { KindUse } from "@/lib/scoring/learning/kind-survey";
import type { LearnedSignal } from "@/lib/scoring/learning/learned-parameters";
import type { KindFilter } from "@/lib/scoring/signal-spec";

/** Kinds of fewer customers are not looked at by themselves. */
const LEAST_CUSTOMERS = 20;
const LEAST_SHARE = 0.02;
/** Kinds and categories that are looked at, the most common first. */
const MOST_SUBJECTS = 12;
/** A value or sentiment must be given with this share of touchpoints. */
const LEAST_GIVEN = 0.2;
const VALUE_WINDOW_DAYS = 180;
/** As far back as any window may look. */
const LONGEST_WINDOW_DAYS = 3_650;

interface Subject {
  readonly name: string;
  readonly filter: KindFilter;
  readonly customers: number;
  readonly hasValue: boolean;
  readonly hasSentiment: boolean;
}

/** Signals of every kind and category that is common enough, the most common first, bounded in number. */
export function signalCatalogue(uses: readonly KindUse[], customers: number): readonly LearnedSignal[] {
  const least = Math.max(LEAST_CUSTOMERS, LEAST_SHARE * customers);
  const subjects = [...kindSubjects(uses), ...categorySubjects(uses)]
    .filter((subject) => subject.customers >= least)
    .sort((a, b) => b.customers - a.customers || (a.name < b.name ? -1 : 1));
  return subjects.slice(0, MOST_SUBJECTS).flatMap(signalsOf);
}

function kindSubjects(uses: readonly KindUse[]): readonly Subject[] {
  return uses.map((use) => ({ name: use.kind.key, filter: { kinds: [use.kind.key] }, ...summaryOf([use]) }));
}

/** Categories with several kinds in use: one of a single kind says nothing that the kind does not. */
function categorySubjects(uses: readonly KindUse[]): readonly Subject[] {
  const byCategory = new Map<string, KindUse[]>();
  for (const use of uses) {
    if (use.touchpoints === 0) continue;
    byCategory.set(use.kind.category, [...(byCategory.get(use.kind.category) ?? []), use]);
  }
  return [...byCategory].flatMap(([category, members]) =>
    members.length < 2
      ? []
      : [
          {
            name: `${category}:all`,
            filter: { kinds: members.map((use) => use.kind.key).sort() },
            ...summaryOf(members),
          },
        ],
  );
}

function summaryOf(uses: readonly KindUse[]): Omit<Subject, "name" | "filter"> {
  const sum = (of: (use: KindUse) => number) => uses.reduce((total, use) => total + of(use), 0);
  const touchpoints = sum((use) => use.touchpoints);
  return {
    customers: Math.max(0, ...uses.map((use) => use.customers)),
    hasValue: touchpoints > 0 && sum((use) => use.withValue) >= LEAST_GIVEN * touchpoints,
    hasSentiment: touchpoints > 0 && sum((use) => use.withSentiment) >= LEAST_GIVEN * touchpoints,
  };
}

function signalsOf({ name, filter, hasValue, hasSentiment }: Subject): readonly LearnedSignal[] {
  const windowDays = VALUE_WINDOW_DAYS;
  const signals: LearnedSignal[] = [
    ...[30, 90, 180].map(
      (days): LearnedSignal => ({
        name: `${name}:count-${days}`,
        spec: { type: "count", filter, windowDays: days },
      }),
    ),
    { name: `${name}:count-ever`, spec: { type: "count", filter, windowDays: LONGEST_WINDOW_DAYS } },
    { name: `${name}:fading`, spec: { type: "decayed-sum", filter, halfLifeDays: 180, measure: "count" } },
    { name: `${name}:days-since`, spec: { type: "days-since", filter } },
    {
      name: `${name}:silence`,
      spec: { type: "silence", filter, regularity: 2, priorGapDays: 60, priorGaps: 2, unit: "bits" },
    },
    {
      name: `${name}:trend`,
      spec: { type: "trend", filter, recentDays: 60, baselineDays: 120, shrinkage: 2, measure: "count" },
    },
    { name: `${name}:lifetime-frequency`, spec: { type: "lifetime-frequency", filter } },
  ];
  if (hasValue) {
    signals.push({
      name: `${name}:fading-value`,
      spec: { type: "decayed-sum", filter, halfLifeDays: 180, measure: "value" },
    });
  }
  for (const field of ["value", "sentiment"] as const) {
    if (field === "value" ? !hasValue : !hasSentiment) continue;
    for (const statistic of ["mean", "latest", "minimum"] as const) {
      signals.push({
        name: `${name}:${statistic}-${field}`,
        spec: { type: "value", filter, field, statistic, windowDays },
      });
    }
  }
  return signals;
}
