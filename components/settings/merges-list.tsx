import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { ListedMerge } from "@/lib/kinds/list-merges";

/** Names that lead to another kind; nothing while there are none. */
export function MergesList({ merges }: Readonly<{ merges: readonly ListedMerge[] }>) {
  const t = useTranslations("settings.merges");
  if (merges.length === 0) return null;
  return (
    <Section title={t("listTitle")} description={t("listLead")}>
      <ul className="grid max-w-4xl gap-1">
        {merges.map(({ key, label, into }) => (
          <li key={key} className="wrap-anywhere">
            {t("row", { label, key, into })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
