import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { type CalibrationChart, prepareCalibrationChart } from "@/lib/charts/calibration-chart";
import { formatCount } from "@/lib/format/format-count";
import { formatShare } from "@/lib/format/format-share";
import { localeOf } from "@/lib/format/locale-of";
import type { TrainingReport } from "@/lib/schemas/training-report";
import { ChartFrame } from "./chart-frame";
import { SquarePlot } from "./square-plot";

/** Whether the number on screen can be believed: predicted against happened, group by group. */
export function CalibrationPlot({ bins }: Readonly<{ bins: TrainingReport["calibration"] }>) {
  const t = useTranslations("models.calibration");
  const chart = prepareCalibrationChart(bins);
  const rows = Math.round(bins.reduce((sum, bin) => sum + bin.rows, 0) / Math.max(1, bins.length));
  return (
    <ChartFrame
      title={t("title", { within: chart.within, all: bins.length })}
      description={t("description", { rows })}
      tableLabel={t("table")}
      table={<CalibrationTable chart={chart} />}
    >
      <SquarePlot ticks={chart.ticks} xLabel={t("predicted")} yLabel={t("happened")}>
        <line x1="0" y1="100%" x2="100%" y2="0" className="stroke-edge" strokeDasharray="3 3" />
        <text x="100%" y="0" dx="-6" dy="14" textAnchor="end" className="fill-faint text-xs">
          {t("asPredicted")}
        </text>
        {chart.dots.map(({ key, x, y, lowY, highY }) => (
          <g key={key}>
            <line
              x1={`${x}%`}
              x2={`${x}%`}
              y1={`${lowY}%`}
              y2={`${highY}%`}
              className="stroke-accent/60"
              strokeWidth="2"
            />
            <circle cx={`${x}%`} cy={`${y}%`} r="4" className="fill-accent stroke-paper" strokeWidth="1.5" />
          </g>
        ))}
      </SquarePlot>
    </ChartFrame>
  );
}

function CalibrationTable({ chart }: Readonly<{ chart: CalibrationChart }>) {
  const t = useTranslations("models.calibration");
  const range = useTranslations("models.figures");
  const locale = localeOf(useLocale());
  const share = (value: number) => formatShare(value, locale);
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <Th>{t("group")}</Th>
          <Th align="end">{t("customers")}</Th>
          <Th align="end">{t("predicted")}</Th>
          <Th align="end">{t("happened")}</Th>
          <Th align="end">{t("interval")}</Th>
        </tr>
      </thead>
      <tbody>
        {chart.dots.map(({ key, rows, predicted, happened, low, high }) => (
          <tr key={key}>
            <Th scope="row">{key + 1}</Th>
            <Td align="end">{formatCount(rows, locale)}</Td>
            <Td align="end">{share(predicted)}</Td>
            <Td align="end">{share(happened)}</Td>
            <Td align="end">{range("range", { low: share(low), high: share(high) })}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
