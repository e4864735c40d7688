import { joinTexts } from "@/lib/scoring/reasons/join-texts";
import type { KindFilter, SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { ReasonText } from "@/lib/scoring/types";

/**
 * For a signal that looks at whole categories and was given no label by anybody: the categories as texts in the place of
 * `what`, so that a page says them in its language. Kinds have labels of their own.
 */
export function nameCategories(spec: SignalSpec): Pick<ReasonText, "parts"> {
  const categories = ownCategories(spec) ?? [];
  const what = joinTexts(
    categories.map((category) => ({ id: `category.${category}`, values: {} })),
    "category.list",
  );
  return what ? { parts: { what } } : {};
}

function ownCategories<Kind extends SignalKind>(spec: SignalSpecs[Kind]): KindFilter["categories"] {
  const filters = signalTypeOf(spec)?.filters(spec) ?? [];
  const filter = filters.find(([name]) => name === "filter")?.[1];
  return filter?.kinds ? undefined : filter?.categories;
}
