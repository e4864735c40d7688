import { useLocale, useTranslations } from "next-intl";
import { useSentence } from "@/components/forms/use-sentence";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";

const SHOWN_CHARS = 160;

/** Rejected rows: where they stand, what is wrong, and what they say. */
export function RejectsTable({ rejects }: Readonly<{ rejects: ImportView["rejects"] }>) {
  const t = useTranslations("imports.rejects");
  const locale = localeOf(useLocale());
  const say = useSentence();
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <Th align="end">{t("line")}</Th>
          <Th>{t("column")}</Th>
          <Th>{t("reason")}</Th>
          <Th>{t("row")}</Th>
        </tr>
      </thead>
      <tbody>
        {rejects.map((reject) => (
          <tr key={reject.row}>
            <Td align="end">{formatCount(reject.line, locale)}</Td>
            <Td>{reject.column}</Td>
            <Td className="min-w-56">{say(reject.message)}</Td>
            <Td className="min-w-56 break-all text-sm text-muted">{shortened(reject.fields.join(" · "))}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function shortened(text: string): string {
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)} …` : text;
}
