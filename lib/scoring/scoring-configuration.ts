import type { DayClock } from "@/lib/scoring/learning/day-clock";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import type { ModelParameters, ScoringKind } from "@/lib/scoring/types";

/** Everything that decides how an organisation's customers are scored. */
export interface ScoringConfiguration {
  readonly kinds: readonly ScoringKind[];
  readonly rules: readonly RuleDefinition[];
  readonly groups?: readonly RuleGroup[];
  readonly model: ModelParameters;
  /** What was learned from outcomes; it then decides instead of `model`, and looks at customers from the end of the local day. */
  readonly learned?: { readonly parameters: LearnedParameters; readonly days: DayClock };
  /** The days after asOf within which the break-up is predicted. */
  readonly horizonDays: number;
}
