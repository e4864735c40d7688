import type { LearnedCategory, LearnedSignal } from "@/lib/scoring/learning/learned-parameters";

/** The columns of a panel besides those of rules, decided on training customers alone. */
export interface PanelPlan {
  readonly signals: readonly LearnedSignal[];
  readonly categories: readonly LearnedCategory[];
  /** Kinds that occur almost only when a relationship is over: they announce nothing and are not looked at. */
  readonly kindsAfterBreakUp: readonly string[];
}

/** The panel's column of a rule's log-odds. */
export function ruleColumn(ruleKey: string): string {
  return `rule:${ruleKey}`;
}
