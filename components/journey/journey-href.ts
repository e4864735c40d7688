import { customerPath } from "@/components/risk/customer-path";
import type { JourneySearch } from "@/lib/schemas/journey-search";

type Changes = Readonly<{
  range?: JourneySearch["range"];
  lane?: JourneySearch["lane"] | null;
  page?: number;
  changes?: JourneySearch["changes"] | null;
}>;

/** The address of a customer's page with some of what is shown of the journey changed; the list starts over. */
export function journeyHref(externalId: string, search: JourneySearch, changes: Changes): string {
  const asked = { ...search, page: 1, ...changes };
  const query = new URLSearchParams();
  if (asked.range !== "1y") query.set("range", asked.range);
  if (asked.lane) query.set("lane", asked.lane);
  if (asked.changes) query.set("changes", asked.changes);
  if (asked.page > 1) query.set("page", String(asked.page));
  const text = query.toString();
  return customerPath(externalId) + (text ? `?${text}` : "");
}
