import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";
import { ImportCounts } from "./import-counts";
import { RejectsTable } from "./rejects-table";

/** What an import would do, counted over the whole file, with examples of what it would reject. */
export function DryRunResult({ dryRun }: Readonly<{ dryRun: NonNullable<ImportView["dryRun"]> }>) {
  const t = useTranslations("imports.checked");
  const locale = localeOf(useLocale());
  const text = (count: number) => formatCount(count, locale);
  const sentence = t("sentence", {
    rows: dryRun.rows,
    rowsText: text(dryRun.rows),
    createdText: text(dryRun.created),
    updatedText: text(dryRun.updated),
    duplicatesText: text(dryRun.duplicates + dryRun.unchanged),
    rejectedText: text(dryRun.rejected),
  });
  return (
    <Section title={t("title")} description={sentence}>
      <Card>
        <ImportCounts counts={dryRun} />
      </Card>
      {dryRun.examples.length > 0 ? (
        <div className="grid gap-2">
          <h3 className="text-base font-semibold text-ink">{t("examples")}</h3>
          <RejectsTable rejects={dryRun.examples.slice(0, 10)} />
        </div>
      ) : null}
    </Section>
  );
}
