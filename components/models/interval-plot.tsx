import { useLocale, useTranslations } from "next-intl";
import { prepareIntervalChart } from "@/lib/charts/interval-chart";
import { formatShare } from "@/lib/format/format-share";
import { localeOf } from "@/lib/format/locale-of";
import type { TrainingReport } from "@/lib/schemas/training-report";

const SHOWN = ["candidate", "plain", "rules"] as const;

/** How well three models tell those who leave from those who stay, with intervals, on one axis from a coin to never wrong. */
export function IntervalPlot({ models }: Readonly<{ models: TrainingReport["models"] }>) {
  const t = useTranslations("models.figures");
  const locale = localeOf(useLocale());
  const chart = prepareIntervalChart(Object.fromEntries(SHOWN.map((name) => [name, models[name].auc])));
  const share = (figure: number | null) => (figure === null ? t("undefined") : formatShare(figure, locale));
  return (
    <figure className="grid max-w-3xl grid-cols-1 gap-3">
      <figcaption>
        <h3 className="text-base font-semibold">
          {t("intervals", { own: share(models.candidate.auc.value), rules: share(models.rules.auc.value) })}
        </h3>
      </figcaption>
      <ul dir="ltr" className="grid gap-2 sm:gap-0">
        {SHOWN.map((name) => {
          const mark = chart.marks.get(name);
          const { value, low, high } = models[name].auc;
          const look = name === "candidate" ? "text-ink font-medium" : "text-muted";
          return (
            <li key={name} className="grid grid-cols-1 items-center gap-x-4 text-sm sm:grid-cols-[9rem_1fr_8rem]">
              <span className={look}>{t(`models.${name}`)}</span>
              <svg aria-hidden="true" className="h-5 w-full overflow-visible sm:h-7">
                <line x1="0" x2="100%" y1="50%" y2="50%" className="stroke-line" />
                <line x1={`${chart.chanceX}%`} x2={`${chart.chanceX}%`} y1="0" y2="100%" className="stroke-edge" />
                {mark ? (
                  <g className={name === "candidate" ? "stroke-accent fill-accent" : "stroke-faint fill-faint"}>
                    <line x1={`${mark.lowX}%`} x2={`${mark.highX}%`} y1="50%" y2="50%" strokeWidth="3" />
                    <circle cx={`${mark.x}%`} cy="50%" r="5" stroke="none" />
                  </g>
                ) : null}
              </svg>
              <span className={`tabular-nums ${look}`}>
                {share(value)} {t("range", { low: share(low), high: share(high) })}
              </span>
            </li>
          );
        })}
        <li aria-hidden="true" className="grid gap-x-4 text-xs text-faint sm:grid-cols-[9rem_1fr_8rem]">
          <span className="relative block h-4 sm:col-start-2">
            <span className="absolute whitespace-nowrap" style={{ left: `${chart.chanceX}%` }}>
              {t("chance")}
            </span>
            <span className="absolute end-0">{share(chart.to)}</span>
          </span>
        </li>
      </ul>
    </figure>
  );
}
