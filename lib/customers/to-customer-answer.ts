import { inWords } from "@/lib/scores/reason-in-words";
import type { CustomerView } from "./customer-view";
import { type Money, moneyOf } from "./money-of";

/** GET /api/v1/customers/{externalId}: the 360° view, with money and reasons as everywhere in the API. */
export type CustomerAnswer = Omit<
  CustomerView,
  "mrrMinor" | "valueAtRiskMinor" | "currency" | "score" | "owner" | "advice"
> &
  Readonly<{
    owner: string | null;
    mrr: Money | null;
    valueAtRisk: Money | null;
    risk: number | null;
    score: (Omit<NonNullable<CustomerView["score"]>, "reasons"> & Readonly<{ reasons: readonly object[] }>) | null;
    /** What would lower the risk most if it happened today, best first. */
    advice: readonly object[];
  }>;

export function toCustomerAnswer(view: CustomerView): CustomerAnswer {
  const { mrrMinor, valueAtRiskMinor, currency, score, owner, advice, ...rest } = view;
  return {
    ...rest,
    owner: owner?.name ?? null,
    mrr: moneyOf(mrrMinor, currency),
    valueAtRisk: moneyOf(valueAtRiskMinor, currency),
    risk: score === null ? null : score.probability * 100,
    score: score && {
      ...score,
      reasons: score.reasons.map(({ text, ...reason }) => ({ ...reason, label: inWords(text) })),
    },
    advice: advice.map(({ text, kindKey, probability, probabilityTogether, ...step }) => ({
      kind: kindKey,
      label: inWords(text),
      ...step,
      probability,
      risk: probability * 100,
      probabilityTogether,
      riskTogether: probabilityTogether * 100,
    })),
  };
}
