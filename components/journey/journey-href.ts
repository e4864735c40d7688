import { customerPath } from "@/components/risk/customer-path";
import type { JourneySearch } from "@/lib/schemas/journey-search";

type Changes = Readonly<{
  /** A stretch up to now, instead of chosen days. */
  range?: JourneySearch["range"];
  /** The first and the last day to show, instead of a range. */
  days?: Readonly<{ from: string; to: string }>;
  lane?: JourneySearch["lane"] | null;
  page?: number;
  changes?: JourneySearch["changes"] | null;
  reasons?: JourneySearch["reasons"] | null;
  asOf?: string | null;
}>;

/** The address of a customer's page with some of what is shown of the journey changed; the list starts over. */
export function journeyHref(externalId: string, search: JourneySearch, changes: Changes): string {
  const asked = { ...search, page: 1, ...changes };
  const days = changes.days ?? (changes.range ? undefined : daysOf(search));
  const query = new URLSearchParams();
  if (days) {
    query.set("from", days.from);
    query.set("to", days.to);
  } else if (asked.range !== "1y") query.set("range", asked.range);
  if (asked.lane) query.set("lane", asked.lane);
  if (asked.changes) query.set("changes", asked.changes);
  if (asked.reasons) query.set("reasons", asked.reasons);
  if (asked.asOf) query.set("asOf", asked.asOf);
  if (asked.page > 1) query.set("page", String(asked.page));
  const text = query.toString();
  return customerPath(externalId) + (text ? `?${text}` : "");
}

function daysOf({ from, to }: JourneySearch): Changes["days"] {
  return from && to ? { from, to } : undefined;
}
