import { absencesFromOutcomes } from "@/lib/journey/absences-from-outcomes";
import { DAY_MS } from "@/lib/scoring/day";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import type { ScoringKind } from "@/lib/scoring/types";

/** What touchpoints of a kind are like, over the customers of a panel. */
export interface KindUse {
  readonly kind: ScoringKind;
  /** Customers with at least one. */
  customers: number;
  touchpoints: number;
  /** Of these, from the day before a recorded break-up to the return. */
  whileEnding: number;
  withValue: number;
  withSentiment: number;
}

/** Counts how kinds are used up to an instant. Counts do not depend on the order of customers. */
export function createKindSurvey(kinds: readonly ScoringKind[], untilMs: number) {
  const uses = kinds.map(
    (kind): KindUse => ({ kind, customers: 0, touchpoints: 0, whileEnding: 0, withValue: 0, withSentiment: 0 }),
  );
  const useOfId = new Map(uses.map((use) => [use.kind.id, use]));
  const lastSeen = new Map<KindUse, number>();
  let customers = 0;

  return {
    uses,
    visit({ touchpoints, outcomes, facts }: CustomerCase): void {
      const { occurredAtMs, kindId, value, sentiment, length } = touchpoints;
      customers++;
      const absences = absencesFromOutcomes(outcomes, facts.startedOnMs ?? Number.NEGATIVE_INFINITY);
      for (let at = 0; at < length; at++) {
        const timeMs = occurredAtMs[at] as number;
        if (timeMs > untilMs) return;
        const use = useOfId.get(kindId[at] as number);
        if (!use) continue;
        use.touchpoints++;
        if (!Number.isNaN(value[at])) use.withValue++;
        if (!Number.isNaN(sentiment[at])) use.withSentiment++;
        if (absences.some(({ fromMs, toMs }) => timeMs >= fromMs - DAY_MS && timeMs < toMs)) use.whileEnding++;
        if (lastSeen.get(use) !== customers) {
          lastSeen.set(use, customers);
          use.customers++;
        }
      }
    },
  };
}
