import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";

/** Customers with the settings that their organisation would have, and what to train and test on. */
export interface EvaluationData {
  readonly task: string;
  readonly customers: readonly CustomerCase[];
  /** `knownUntilMs` is where the files end. */
  readonly setup: PanelSetup;
  readonly trainAsOfMs: readonly number[];
  /** Null: training rows are predicted by models of other customers. The same instant as in training: see `isTest`. */
  readonly testAsOfMs: number | null;
  /** Customers who are tested on and not learned from; left out where the instants tell training from testing. */
  readonly isTest?: (externalId: string) => boolean;
  /** A file of other learners' predictions, and the name that it gives to a customer. */
  readonly references?: { readonly path: string; readonly idOf: (externalId: string) => string };
}
