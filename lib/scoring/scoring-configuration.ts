import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import type { ModelParameters, ScoringKind } from "@/lib/scoring/types";

/** Everything that decides how an organisation's customers are scored. */
export interface ScoringConfiguration {
  readonly kinds: readonly ScoringKind[];
  readonly rules: readonly RuleDefinition[];
  readonly groups?: readonly RuleGroup[];
  readonly model: ModelParameters;
  /** The days after asOf within which the break-up is predicted. */
  readonly horizonDays: number;
}
