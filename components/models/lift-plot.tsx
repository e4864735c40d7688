import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { prepareLiftChart } from "@/lib/charts/lift-chart";
import { formatCount } from "@/lib/format/format-count";
import { formatShare } from "@/lib/format/format-share";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";
import type { TrainingReport } from "@/lib/schemas/training-report";
import { ChartFrame } from "./chart-frame";
import { SquarePlot } from "./square-plot";

const TICKS = [0, 20, 40, 60, 80, 100].map((at) => ({ probability: at / 100, at }));

type LiftPlotProps = Readonly<{ steps: TrainingReport["lift"]; test: TrainingReport["test"] }>;

/** What looking after the riskiest customers would catch. */
export function LiftPlot({ steps, test }: LiftPlotProps) {
  const t = useTranslations("models.lift");
  const locale = localeOf(useLocale());
  const { path, dots, marked } = prepareLiftChart(steps);
  if (!marked) return null;
  const share = (value: number) => formatShare(value, locale);
  return (
    <ChartFrame
      title={t("title", { share: share(marked.share), caught: share(marked.caught) })}
      description={t("description", { rows: test.rows, breakUps: test.breakUps })}
      tableLabel={t("table")}
      table={<LiftTable steps={steps} />}
    >
      <SquarePlot ticks={TICKS} xLabel={t("share")} yLabel={t("caught")}>
        <line x1="0" y1="100%" x2="100%" y2="0" className="stroke-edge" strokeDasharray="3 3" />
        <text x="62%" y="38%" dx="8" dy="16" className="fill-faint text-xs">
          {t("random")}
        </text>
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          className="overflow-visible"
        >
          <path d={path} fill="none" className="stroke-accent" strokeWidth="2" vectorEffect="non-scaling-stroke" />
        </svg>
        {dots.map(({ x, y, share: at }) => (
          <circle
            key={at}
            cx={`${x}%`}
            cy={`${y}%`}
            r={at === marked.share ? 5 : 2.5}
            className="fill-accent stroke-paper"
            strokeWidth={at === marked.share ? 1.5 : 0}
          />
        ))}
        <text x={`${marked.x}%`} y={`${marked.y}%`} dx="10" dy="14" className="fill-ink text-sm font-semibold">
          {share(marked.caught)}
        </text>
      </SquarePlot>
    </ChartFrame>
  );
}

function LiftTable({ steps }: Readonly<{ steps: TrainingReport["lift"] }>) {
  const t = useTranslations("models.lift");
  const locale = localeOf(useLocale());
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <Th>{t("riskiest")}</Th>
          <Th align="end">{t("customers")}</Th>
          <Th align="end">{t("breakUps")}</Th>
          <Th align="end">{t("caughtShare")}</Th>
          <Th align="end">{t("times")}</Th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ share, rows, breakUps, caught, lift }) => (
          <tr key={share}>
            <Th scope="row">{formatShare(share, locale)}</Th>
            <Td align="end">{formatCount(rows, locale)}</Td>
            <Td align="end">{formatCount(breakUps, locale)}</Td>
            <Td align="end">{formatShare(caught, locale)}</Td>
            <Td align="end">{formatValue(lift, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
