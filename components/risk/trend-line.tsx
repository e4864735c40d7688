import { useTranslations } from "next-intl";
import { layoutSparkline, SPARKLINE_BOX, type SparkPoint } from "@/lib/charts/sparkline";
import { formatRisk } from "@/lib/format/format-risk";

type TrendLineProps = Readonly<{ points: readonly SparkPoint[]; asOfMs: number; days: number }>;

/** The risk's last weeks as a line of steps; in words for who cannot see it. */
export function TrendLine({ points, asOfMs, days }: TrendLineProps) {
  const t = useTranslations("board.trend");
  const line = layoutSparkline(points, asOfMs - days * 86_400_000, asOfMs);
  if (!line) {
    return (
      <span className="text-faint">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("none")}</span>
      </span>
    );
  }
  const { width, height } = SPARKLINE_BOX;
  return (
    <span className="inline-flex">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" className="text-muted">
        <path d={line.path} fill="none" stroke="currentColor" strokeWidth="1.25" />
        <circle cx={line.end.x} cy={line.end.y} r="1.75" fill="currentColor" className="text-ink" />
      </svg>
      <span className="sr-only">{t("words", { from: formatRisk(line.first), to: formatRisk(line.last), days })}</span>
    </span>
  );
}
