import { useLocale, useTranslations } from "next-intl";
import { ChartFrame } from "@/components/models/chart-frame";
import { Table, Td, Th } from "@/components/ui/table";
import { BANDS } from "@/lib/bands/bands";
import { type BandCountsAt, prepareBandTrend } from "@/lib/charts/band-trend";
import { formatCount } from "@/lib/format/format-count";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { TrendPlot } from "./trend-plot";

type TrendSectionProps = Readonly<{ runs: readonly BandCountsAt[]; customers: number; timeZone: string }>;

/** How many customers past runs found at risk or critical. */
export function TrendSection({ runs, customers, timeZone }: TrendSectionProps) {
  const t = useTranslations("home.overview.trend");
  const bands = useTranslations("risk.bands");
  const locale = localeOf(useLocale());
  const trend = prepareBandTrend(runs);
  const [first] = trend?.bars ?? [];
  const last = trend?.bars.at(-1);
  if (!trend || !first || !last) return <p className="measure text-sm text-muted">{t("few")}</p>;
  const date = formatDay(first.asOfMs, locale, timeZone);
  const table = (
    <Table caption={t("caption")} className="max-w-xl">
      <thead>
        <tr>
          <Th>{t("day")}</Th>
          {BANDS.toReversed().map((band) => (
            <Th key={band} align="end">
              {bands(band)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trend.bars.toReversed().map(({ asOfMs, counts }) => (
          <tr key={asOfMs}>
            <Th scope="row">{formatDay(asOfMs, locale, timeZone)}</Th>
            {BANDS.toReversed().map((band) => (
              <Td key={band} align="end">
                {formatCount(counts[band], locale)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
  return (
    <ChartFrame
      title={t("title", { now: last.total, before: first.total, date })}
      description={t("description", { customers })}
      tableLabel={t("tableLabel")}
      table={table}
    >
      <TrendPlot trend={trend} timeZone={timeZone} />
    </ChartFrame>
  );
}
