import { CATEGORIES } from "@/lib/kinds/categories";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import type { KindFilter } from "@/lib/scoring/signal-spec";

const KNOWN_CATEGORIES: ReadonlySet<string> = new Set(CATEGORIES);

/** Reports every fault of a filter: kinds and categories that do not exist, and lists that are there but empty. */
export function checkFilter(
  filter: KindFilter,
  kindKeys: ReadonlySet<string>,
  path: string,
  report: ReportFault,
): void {
  for (const part of ["kinds", "categories", "valences"] as const) {
    if (filter[part]?.length === 0) report(`${path}.${part}`, "must not be empty; leave it out to take all");
  }
  filter.kinds?.forEach((key, at) => {
    if (!kindKeys.has(key)) report(`${path}.kinds[${at}]`, `there is no kind "${key}"`);
  });
  filter.categories?.forEach((category, at) => {
    if (!KNOWN_CATEGORIES.has(category)) report(`${path}.categories[${at}]`, `there is no category "${category}"`);
  });
}
