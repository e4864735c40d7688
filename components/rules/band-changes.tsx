import { useLocale } from "next-intl";
import { BandMark } from "@/components/risk/band-mark";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCount } from "@/lib/format/format-count";
import { formatMoney } from "@/lib/format/format-money";
import { localeOf } from "@/lib/format/locale-of";
import type { RulePreview } from "@/lib/rules/preview-rules";

type BandChangesProps = Readonly<{
  bands: RulePreview["bands"];
  currency: string;
  words: Readonly<Record<"caption" | "band" | "now" | "after" | "revenueNow" | "revenueAfter", string>>;
  nameOf: (band: RulePreview["bands"][number]["band"]) => string;
}>;

/** Customers and monthly revenue in each band, before and after a change that is only thought of. */
export function BandChanges({ bands, currency, words, nameOf }: BandChangesProps) {
  const locale = localeOf(useLocale());
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return (
    <Table caption={words.caption}>
      <thead>
        <tr>
          <Th>{words.band}</Th>
          <Th align="end">{words.now}</Th>
          <Th align="end">{words.after}</Th>
          <Th align="end">{words.revenueNow}</Th>
          <Th align="end">{words.revenueAfter}</Th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ band, customers: count, mrrMinor }) => (
          <tr key={band}>
            <Th scope="row">
              <span className="inline-flex items-center gap-2">
                <BandMark band={band} /> {nameOf(band)}
              </span>
            </Th>
            <Td align="end">{formatCount(count.before, locale)}</Td>
            <Td align="end">{formatCount(count.after, locale)}</Td>
            <Td align="end">{money(mrrMinor.before)}</Td>
            <Td align="end">{money(mrrMinor.after)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
