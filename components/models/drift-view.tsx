import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { type DriftChart, prepareDriftChart } from "@/lib/charts/drift-chart";
import { formatCount } from "@/lib/format/format-count";
import { formatDay } from "@/lib/format/format-day";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";
import type { Drift } from "@/lib/models/read-drift";
import { ChartFrame } from "./chart-frame";
import { DriftPlot } from "./drift-plot";

type DriftViewProps = Readonly<{ drift: Drift; timeZone: string }>;

/** Whether what a model predicted happened, month by month. */
export function DriftView({ drift, timeZone }: DriftViewProps) {
  const t = useTranslations("models.drift");
  if (drift.periods.length === 0) {
    return (
      <Section title={t("titleNone")}>
        <p className="measure text-base text-muted">{t("none")}</p>
      </Section>
    );
  }
  const chart = prepareDriftChart(drift.periods);
  const title = chart.unseen > 0 ? t("title", { within: chart.unseenWithin, all: chart.unseen }) : t("titleSeen");
  return (
    <Section title={t("titleNone")}>
      <ChartFrame
        title={title}
        description={t("description")}
        tableLabel={t("table")}
        table={<DriftTable chart={chart} timeZone={timeZone} />}
      >
        <DriftPlot chart={chart} timeZone={timeZone} />
      </ChartFrame>
    </Section>
  );
}

function DriftTable({ chart, timeZone }: Readonly<{ chart: DriftChart; timeZone: string }>) {
  const t = useTranslations("models.drift");
  const range = useTranslations("models.figures");
  const locale = localeOf(useLocale());
  const number = (value: number) => formatValue(Number(value.toFixed(1)), locale);
  return (
    <Table caption={t("caption")} className="max-w-4xl">
      <thead>
        <tr>
          <Th>{t("month")}</Th>
          <Th align="end">{t("customers")}</Th>
          <Th align="end">{t("predicted")}</Th>
          <Th align="end">{t("range")}</Th>
          <Th align="end">{t("happened")}</Th>
        </tr>
      </thead>
      <tbody>
        {chart.marks.map(({ asOf, customers, predicted, low, high, happened, seenInTraining }) => (
          <tr key={asOf}>
            <Th scope="row" className="whitespace-nowrap">
              {formatDay(asOf, locale, timeZone)}
              {seenInTraining ? <span className="block text-sm font-normal text-faint">{t("seen")}</span> : null}
            </Th>
            <Td align="end">{formatCount(customers, locale)}</Td>
            <Td align="end">{number(predicted)}</Td>
            <Td align="end">{range("range", { low: number(low), high: number(high) })}</Td>
            <Td align="end">{formatCount(happened, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
