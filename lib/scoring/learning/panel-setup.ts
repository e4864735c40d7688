import type { DayClock } from "@/lib/scoring/learning/day-clock";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import type { ScoringKind } from "@/lib/scoring/types";

/** What counts as a break-up: one that was recorded, or no touchpoint of the kinds on so many days in a row. */
export type BreakUp =
  | { readonly type: "recorded" }
  | { readonly type: "inactivity"; readonly kinds: readonly string[]; readonly days: number };

/** How an organisation's customers become rows to learn from. */
export interface PanelSetup {
  readonly kinds: readonly ScoringKind[];
  readonly rules: readonly RuleDefinition[];
  readonly groups: readonly RuleGroup[];
  readonly horizonDays: number;
  readonly breakUp: BreakUp;
  /** Only customers who were active on one of so many days up to the as-of day; null: all who have not left. */
  readonly activeWithinDays: number | null;
  readonly days: DayClock;
  /** Nothing after the day of this instant is known: horizons that end later are not over. */
  readonly knownUntilMs: number;
}

/** Days after the as-of day within which it shows whether a customer breaks up. */
export function horizonOf({ breakUp, horizonDays }: Pick<PanelSetup, "breakUp" | "horizonDays">): number {
  return breakUp.type === "inactivity" ? breakUp.days : horizonDays;
}
