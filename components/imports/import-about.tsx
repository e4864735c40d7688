import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { formatDuration } from "@/lib/format/format-duration";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";

/** Who imported it and when, which file it was, and what its columns became. */
export function ImportAbout({ view, startedWhen }: Readonly<{ view: ImportView; startedWhen: string | null }>) {
  const t = useTranslations("imports.about");
  const locale = localeOf(useLocale());
  const names = useTranslations("imports.fields");
  const fields = Object.entries(view.options?.mapping ?? {}).map(([field, from]) => ({
    label: names.has(field) ? names(field) : field,
    value: typeof from === "string" ? from : t("constant", { text: from.constant }),
  }));
  const facts = [
    { label: t("by"), value: view.createdBy },
    ...(startedWhen ? [{ label: t("started"), value: startedWhen }] : []),
    ...(view.elapsedSeconds === null ? [] : [{ label: t("took"), value: formatDuration(view.elapsedSeconds, locale) }]),
    { label: t("hash"), value: <span className="text-sm break-all">{view.hash}</span> },
  ];
  return (
    <Section title={t("title")}>
      <Facts items={facts} />
      {fields.length > 0 ? (
        <div className="grid gap-2">
          <h3 className="text-base font-semibold text-ink">{t("mapping")}</h3>
          <Facts items={fields} />
        </div>
      ) : null}
    </Section>
  );
}
