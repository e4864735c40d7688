import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { JourneyView } from "@/lib/journey/journey-view";

type ConfigurationListProps = Readonly<{ changes: JourneyView["configurationChanges"]; timeZone: string }>;

/** The marks of the configuration on the curve, for those who do not see them. */
export function ConfigurationList({ changes, timeZone }: ConfigurationListProps) {
  const t = useTranslations("ledger");
  const locale = localeOf(useLocale());
  if (changes.length === 0) return null;
  return (
    <ul aria-label={t("configurationChanges")} className="sr-only">
      {changes.map(({ atMs, changed, ruleSetVersion, modelVersion }) => (
        <li key={atMs}>
          {formatDay(atMs, locale, timeZone)}:{" "}
          {changed.map((part) => t(`changed.${part}`, { rules: ruleSetVersion, model: modelVersion })).join(", ")}
        </li>
      ))}
    </ul>
  );
}
