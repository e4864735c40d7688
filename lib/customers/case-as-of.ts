import { factsAt } from "@/lib/ledger/facts-at";
import type { FormerFacts } from "@/lib/ledger/load-former-facts";
import type { CustomerCase } from "@/lib/scores/load-customer-case";

/**
 * A customer as it was at a moment: only what had happened by then, with the facts that were known then. Rules, model and
 * kinds stay those of today.
 * @param former the facts that were replaced since, oldest first
 */
export function caseAsOf(found: CustomerCase, asOfMs: number, former: readonly FormerFacts[]): CustomerCase {
  const { customer, touchpoints } = found;
  const { columns } = touchpoints;
  const times = columns.occurredAtMs;
  let length = columns.length;
  while (length > 0 && (times[length - 1] ?? 0) > asOfMs) length -= 1;
  const facts = factsAt(former, customer.facts, asOfMs);
  const firstMs = Math.min(times[0] ?? Number.POSITIVE_INFINITY, facts.startedOnMs ?? Number.POSITIVE_INFINITY);
  return {
    ...found,
    asOfMs,
    isScored: found.isScored && firstMs <= asOfMs,
    waveringSinceMs: found.waveringSinceMs !== null && found.waveringSinceMs <= asOfMs ? found.waveringSinceMs : null,
    customer: {
      ...customer,
      facts,
      mrrMinor: facts.mrrMinor,
      startedOn: dayOf(facts.startedOnMs),
      renewsOn: dayOf(facts.renewsOnMs),
      outcomes: customer.outcomes.filter(({ occurredOnMs }) => occurredOnMs <= asOfMs),
    },
    touchpoints: {
      columns: {
        length,
        occurredAtMs: times.subarray(0, length),
        kindId: columns.kindId.subarray(0, length),
        value: columns.value.subarray(0, length),
        sentiment: columns.sentiment.subarray(0, length),
      },
      idOf: touchpoints.idOf,
      receivedAtMs: touchpoints.receivedAtMs.subarray(0, length),
    },
  };
}

function dayOf(instantMs: number | null): string | null {
  return instantMs === null ? null : new Date(instantMs).toISOString().slice(0, 10);
}
