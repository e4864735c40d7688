import type { Category } from "@/lib/kinds/categories";
import type { KindFilter, SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { ScoringKind } from "@/lib/scoring/types";

/**
 * What a signal is about, for its messages: a noun that they know how to count, or `other` and then `what` as a label.
 * Only nouns of this list are ever given, so that a kind named `constructor` cannot reach into a message's choices.
 */
export interface Subject {
  readonly noun: string;
  readonly what: string;
}

/** Nouns that the messages can count, by the key of the kind. Message choices cannot contain a hyphen. */
const COUNTABLE_KINDS: ReadonlyMap<string, string> = new Map(
  [
    "complaint",
    "service-failure",
    "outage",
    "support-ticket",
    "purchase",
    "return",
    "payment-late",
    "payment-failed",
    "promise-broken",
    "promise-kept",
    "complaint-resolved",
    "check-in",
    "bad-review",
    "price-increase",
    "usage-session",
    "login",
    "referral",
  ].map((key) => [key, key.replaceAll("-", "_")]),
);

const COUNTABLE_CATEGORIES: ReadonlyMap<Category, string> = new Map([
  ["complaint", "complaint"],
  ["conversation", "conversation"],
  ["usage", "usage_event"],
  ["purchase", "purchase"],
]);

/** Names what a signal is about, from its one filter, or else from the label of what looks at it. */
export function nameSubject(
  rule: { readonly label: string; readonly signal?: SignalSpec | undefined },
  kindByKey: ReadonlyMap<string, ScoringKind>,
): Subject {
  const filter = rule.signal && ownFilter(rule.signal);
  if (filter === undefined) return { noun: "other", what: rule.label };
  const { kinds, categories, valences } = filter;
  if (!kinds && !categories && !valences) return { noun: "touchpoint", what: rule.label };
  if (kinds?.length === 1) {
    const key = kinds[0] as string;
    return { noun: COUNTABLE_KINDS.get(key) ?? "other", what: kindByKey.get(key)?.label ?? rule.label };
  }
  // Without the bad ones among them they are still what the category is named after.
  const isWholeCategory = !kinds && !valences?.includes(-1);
  const category = categories?.length === 1 && isWholeCategory ? categories[0] : undefined;
  return { noun: (category && COUNTABLE_CATEGORIES.get(category)) ?? "other", what: rule.label };
}

function ownFilter<Kind extends SignalKind>(spec: SignalSpecs[Kind]): KindFilter | undefined {
  const filters = signalTypeOf(spec)?.filters(spec) ?? [];
  return filters.find(([name]) => name === "filter")?.[1];
}
