import type { CustomerCase } from "@/lib/scores/load-customer-case";
import type { AdvisedStep } from "@/lib/scoring/advice/advice";
import { findAdvice } from "@/lib/scoring/advice/find-advice";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import type { AdvisedStepView } from "./customer-view";

/** What would lower a customer's risk most if it happened today, best first. */
export function adviseCustomer({ setup, customer, touchpoints, asOfMs }: CustomerCase): readonly AdvisedStepView[] {
  const { columns, idOf } = touchpoints;
  const kinds = new Map(setup.kinds.map((kind) => [kind.id, kind]));
  const labelOf = (kindId: number | undefined) => kinds.get(kindId ?? -1)?.label ?? "";
  const { steps } = findAdvice({
    scorer: setup.scorer,
    kinds: setup.kinds,
    touchpoints: columns,
    facts: customer.facts,
    asOfMs,
  });

  const answered = (index: number) => ({
    id: idOf(index),
    kindLabel: labelOf(columns.kindId[index]),
    occurredAt: new Date(columns.occurredAtMs[index] ?? 0).toISOString(),
  });

  const viewOf = (step: AdvisedStep): AdvisedStepView => ({
    kindKey: kinds.get(step.kindId)?.key ?? "",
    category: step.category,
    text: { id: `advice.${step.category}`, values: { kind: labelOf(step.kindId) } },
    answers: step.answers === null ? null : answered(step.answers),
    open: step.open,
    points: pointsFromLogOdds(step.logOdds),
    probability: step.probability,
    probabilityTogether: sigmoid(step.logOddsTogether),
  });

  return steps.map(viewOf);
}
