import { DAY_MS } from "@/lib/scoring/day";
import { activeKindIds } from "@/lib/scoring/learning/active-kind-ids";
import { fitBgNbd, type PurchaseHistory } from "@/lib/scoring/learning/bg-nbd";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { knownTouchpoints } from "@/lib/scoring/learning/known-touchpoints";
import type { LearnedSignal } from "@/lib/scoring/learning/learned-parameters";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";

const WEEK_DAYS = 7;
/** With fewer customers who came back, four parameters would be of chance. */
const LEAST_RETURNED = 100;
/** So many histories say what the parameters are to two digits; more would only take time. */
const MOST_FITTED = 5_000;

/**
 * Learns how customers without a contract buy and leave, from what was known of them at the last training instant: all
 * who had bought by then, those who are gone included. Where break-ups are recorded there is nothing to learn.
 */
export function createPurchaseRhythm(setup: PanelSetup, untilMs: number) {
  const { breakUp } = setup;
  const kindIds = activeKindIds(setup);
  const found: { readonly externalId: string; readonly history: PurchaseHistory }[] = [];

  return {
    visit(customer: CustomerCase): void {
      if (breakUp.type === "recorded") return;
      const history = historyOf(customer, untilMs, kindIds);
      if (history) found.push({ externalId: customer.externalId, history });
    },
    /** The signal with its parameters; none when too few customers ever came back. */
    signals(): readonly LearnedSignal[] {
      if (breakUp.type === "recorded") return [];
      if (found.filter(({ history }) => history.repeats > 0).length < LEAST_RETURNED) return [];
      found.sort((one, other) => (one.externalId < other.externalId ? -1 : 1));
      const step = Math.ceil(found.length / MOST_FITTED);
      const { r, alpha, a, b } = fitBgNbd(found.filter((_, at) => at % step === 0).map(({ history }) => history));
      const filter = { kinds: [...breakUp.kinds].sort() };
      const spec = { type: "no-purchase", filter, aheadDays: breakUp.days, r, alpha, a, b, unit: "log-odds" } as const;
      return [{ name: "no-purchase", spec }];
    },
  };
}

/** In whole UTC days, of which several purchases on one are one occasion, as the signal takes them. */
function historyOf(
  customer: CustomerCase,
  untilMs: number,
  kindIds: ReadonlySet<number> | undefined,
): PurchaseHistory | undefined {
  const { occurredAtMs, kindId, length } = knownTouchpoints(customer, untilMs);
  const days = new Set<number>();
  for (let at = 0; at < length; at++) {
    if (kindIds?.has(kindId[at] as number)) days.add(Math.floor((occurredAtMs[at] as number) / DAY_MS));
  }
  if (days.size === 0) return undefined;
  const ascending = [...days];
  const first = ascending[0] as number;
  return {
    repeats: days.size - 1,
    lastAt: ((ascending.at(-1) as number) - first) / WEEK_DAYS,
    knownFor: (Math.floor(untilMs / DAY_MS) - first) / WEEK_DAYS,
  };
}
