import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatCount } from "@/lib/format/format-count";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportSummary } from "@/lib/imports/import-view";
import { ImportState } from "./import-state";

type ImportsTableProps = Readonly<{ items: readonly ImportSummary[]; timeZone: string }>;

/** Imports with what became of them. */
export function ImportsTable({ items, timeZone }: ImportsTableProps) {
  const t = useTranslations("imports");
  const locale = localeOf(useLocale());
  return (
    <Table caption={t("list.caption")}>
      <thead>
        <tr>
          <Th>{t("list.file")}</Th>
          <Th>{t("list.type")}</Th>
          <Th>{t("list.state")}</Th>
          <Th align="end">{t("list.rows")}</Th>
          <Th align="end">{t("list.created")}</Th>
          <Th align="end">{t("list.rejected")}</Th>
          <Th>{t("list.by")}</Th>
          <Th>{t("list.when")}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <Th scope="row">
              <TextLink href={`/imports/${item.id}`}>
                <bdi>{item.filename}</bdi>
              </TextLink>
            </Th>
            <Td>{t(`types.${item.type}`)}</Td>
            <Td>
              <ImportState status={item.status} isInterrupted={item.isInterrupted} isChecked={item.isChecked} />
            </Td>
            <Td align="end">{formatCount(item.counts.rows, locale)}</Td>
            <Td align="end">{formatCount(item.counts.created, locale)}</Td>
            <Td align="end">{formatCount(item.counts.rejected, locale)}</Td>
            <Td>{item.createdBy}</Td>
            <Td className="whitespace-nowrap">{formatDay(item.createdAt, locale, timeZone)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
