import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";
import type { DetectedColumn } from "@/lib/schemas/import-detected";
import { DryRunWarnings } from "./dry-run-warnings";
import { FateSamples } from "./fate-samples";
import { ImportCounts } from "./import-counts";
import { RejectsTable } from "./rejects-table";

type DryRunResultProps = Readonly<{
  dryRun: NonNullable<ImportView["dryRun"]>;
  columns: readonly DetectedColumn[];
}>;

/** What an import would do, counted over the whole file, with examples of each and what should be looked at. */
export function DryRunResult({ dryRun, columns }: DryRunResultProps) {
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
    <section aria-labelledby="checked-title" className="grid min-w-0 grid-cols-1 gap-6">
      <div className="measure grid gap-1" role="status">
        <h3 id="checked-title" className="text-lg font-semibold text-ink">
          {t("title")}
        </h3>
        <p className="text-base text-ink">{sentence}</p>
      </div>
      <Card>
        <ImportCounts counts={dryRun} />
      </Card>
      <DryRunWarnings dryRun={dryRun} />
      {dryRun.examples.length > 0 ? (
        <div className="grid grid-cols-1 gap-2">
          <h4 className="text-base font-semibold text-ink">{t("examples")}</h4>
          <RejectsTable rejects={dryRun.examples.slice(0, 10)} />
        </div>
      ) : null}
      <FateSamples samples={dryRun.samples} columns={columns} />
    </section>
  );
}
