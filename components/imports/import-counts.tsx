import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportCounts as Counts } from "@/lib/imports/import-view";

const ALWAYS = ["rows", "created", "duplicates", "rejected"] as const;
const ORDER = ["rows", "created", "updated", "unchanged", "duplicates", "conflicts", "held", "rejected"] as const;

/** The counts of an import; they add up to the rows of the file. */
export function ImportCounts({ counts }: Readonly<{ counts: Counts }>) {
  const t = useTranslations("imports");
  const locale = localeOf(useLocale());
  const shown = ORDER.filter((name) => counts[name] > 0 || ALWAYS.some((always) => always === name));
  return (
    <Facts items={shown.map((name) => ({ label: t(`counts.${name}`), value: formatCount(counts[name], locale) }))} />
  );
}
