import { bandOf } from "@/lib/bands/band-of";
import { deriveStages, type StageEntry } from "@/lib/journey/derive-stages";
import { activityTimes } from "./activity-times";
import type { CustomerToScore } from "./for-each-customer";
import type { ScoringSetup } from "./scoring-setup";

export type StageQuestion = Readonly<{
  setup: Pick<ScoringSetup, "settings" | "kinds">;
  customer: Pick<CustomerToScore, "facts" | "outcomes" | "touchpoints">;
  asOfMs: number;
  /** The customer's probability then: at risk or critical means wavering. 0 leaves wavering out. */
  probability: number;
  /** When scoring first saw the customer waver; null when it did not before. */
  waveringSinceMs?: number | null;
}>;

/** The stages of a customer's journey up to a moment, by the organisation's definition of a break-up. */
export function stagesAt({
  setup,
  customer,
  asOfMs,
  probability,
  waveringSinceMs,
}: StageQuestion): readonly StageEntry[] {
  const { breakUp, bandFloors } = setup.settings;
  const { facts, outcomes, touchpoints } = customer;
  return deriveStages({
    startedOnMs: facts.startedOnMs,
    firstTouchpointMs: touchpoints.length > 0 ? (touchpoints.occurredAtMs[0] ?? null) : null,
    outcomes,
    breakUp:
      breakUp.type === "recorded"
        ? breakUp
        : {
            type: "inactivity",
            days: breakUp.days,
            activityTimesMs: activityTimes(touchpoints, setup.kinds, breakUp.kinds),
          },
    bandNow: bandOf(probability, bandFloors),
    atRiskSinceMs: waveringSinceMs ?? null,
    asOfMs,
  });
}

/** The stage at a moment; a customer of whom nothing is known yet is being courted. */
export function stageAt(question: StageQuestion): StageEntry {
  return stagesAt(question).at(-1) ?? { stage: "courtship", enteredAtMs: question.asOfMs };
}
