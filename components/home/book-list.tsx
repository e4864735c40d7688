import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BandMark } from "@/components/risk/band-mark";
import { customerPath } from "@/components/risk/customer-path";
import { TextLink } from "@/components/ui/text-link";
import { formatRisk } from "@/lib/format/format-risk";
import type { BookRow } from "@/lib/home/book-row";

type BookListProps = Readonly<{
  label: string;
  rows: readonly BookRow[];
  /** What is told of a customer under the name, and at the end of the line. */
  note: (row: BookRow) => ReactNode;
  end?: (row: BookRow) => ReactNode;
}>;

/** Customers of a book in a few words each: the risk, who, and why they are listed. */
export function BookList({ label, rows, note, end }: BookListProps) {
  const t = useTranslations("risk");
  return (
    <ul aria-label={label} className="border-t border-line">
      {rows.map((row) => {
        const risk = formatRisk(row.probability);
        return (
          <li
            key={row.externalId}
            className="grid grid-cols-[3.25rem_minmax(0,1fr)_auto] gap-x-3 border-b border-line py-2"
          >
            <span className="flex items-center justify-end gap-1.5 self-start pt-0.5 tabular-nums">
              <span aria-hidden className="font-semibold">
                {risk}
              </span>
              <BandMark band={row.band} className="size-2.5" />
              <span className="sr-only">{t("riskOf", { risk, band: t(`bands.${row.band}`) })}</span>
            </span>
            <span className="grid min-w-0">
              <TextLink href={customerPath(row.externalId)} className="truncate font-medium">
                <bdi>{row.name}</bdi>
              </TextLink>
              <span className="line-clamp-2 text-sm text-muted">{note(row)}</span>
            </span>
            <span className="pt-0.5 text-end text-sm tabular-nums whitespace-nowrap">{end?.(row)}</span>
          </li>
        );
      })}
    </ul>
  );
}
