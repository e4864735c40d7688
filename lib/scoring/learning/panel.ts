import type { PanelPlan } from "@/lib/scoring/learning/panel-plan";
import type { LabelledTable } from "@/lib/scoring/learning/table";

/** What `outcomes` holds where the horizon is not over. */
export const UNKNOWN_OUTCOME = 255;

/** Customers of the population at as-of instants, in the order of (externalId, instant): one row each. */
export interface Panel extends LabelledTable {
  readonly plan: PanelPlan;
  readonly ruleKeys: readonly string[];
  /** By row, the instant that it was looked at, snapped to the end of its day. */
  readonly asOfMs: Float64Array;
}
