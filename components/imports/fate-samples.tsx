import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";
import type { DetectedColumn } from "@/lib/schemas/import-detected";

const SHOWN_COLUMNS = 8;

type FateSamplesProps = Readonly<{
  samples: NonNullable<ImportView["dryRun"]>["samples"];
  columns: readonly DetectedColumn[];
}>;

/** The first rows of each fate as they stand in the file; folded away until someone wants to see them. */
export function FateSamples({ samples, columns }: FateSamplesProps) {
  const t = useTranslations("imports.samples");
  const locale = localeOf(useLocale());
  if (samples.length === 0) return null;
  const shown = columns.slice(0, SHOWN_COLUMNS);
  return (
    <details className="grid gap-2">
      <summary className="cursor-pointer text-base font-semibold text-ink">{t("title")}</summary>
      <Table caption={t("title")} className="mt-2">
        <thead>
          <tr>
            <Th>{t("fate")}</Th>
            <Th align="end">{t("line")}</Th>
            {shown.map(({ name }) => (
              <Th key={name}>{name.slice(0, 30)}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {samples.map(({ fate, line, fields }, index) => (
            <tr key={index}>
              <Th scope="row">{t(`fates.${fate}`)}</Th>
              <Td align="end">{formatCount(line, locale)}</Td>
              {shown.map(({ name }, at) => (
                <Td key={name} className="text-muted">
                  <span className="block max-w-48 truncate">{fields[at] ?? ""}</span>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
