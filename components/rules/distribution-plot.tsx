import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { beforeAfterBars } from "@/lib/charts/before-after-bars";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { RulePreview } from "@/lib/rules/preview-rules";

/** Customers by risk before and after, as a picture and as a table. */
export function DistributionPlot({ distribution }: Readonly<{ distribution: RulePreview["distribution"] }>) {
  const t = useTranslations("rules.preview");
  const locale = localeOf(useLocale());
  const { bars, outline, most } = beforeAfterBars(distribution);
  const width = 100 / distribution.length;
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm font-medium">
        {t("distribution")} <span className="font-normal text-muted">{t("distributionText", { most })}</span>
      </figcaption>
      <div aria-hidden="true" className="max-w-2xl">
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="block h-32 w-full overflow-visible"
        >
          {bars.map((bar) => (
            <rect key={bar.x} {...bar} className="fill-accent-soft stroke-accent" vectorEffect="non-scaling-stroke" />
          ))}
          <path
            d={outline}
            fill="none"
            className="stroke-ink"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
            strokeLinejoin="round"
          />
        </svg>
        <div className="mt-1 flex justify-between text-xs text-muted tabular-nums">
          {[0, 25, 50, 75, 100].map((risk) => (
            <span key={risk}>{risk}</span>
          ))}
        </div>
      </div>
      <details>
        <summary className="cursor-pointer text-sm">{t("asTable")}</summary>
        <Table caption={t("distribution")} className="max-w-md">
          <thead>
            <tr>
              <Th>{t("risk")}</Th>
              <Th align="end">{t("now")}</Th>
              <Th align="end">{t("after")}</Th>
            </tr>
          </thead>
          <tbody>
            {distribution.map(({ before, after }, at) => (
              <tr key={at}>
                <Th scope="row">{t("range", { from: at * width, to: (at + 1) * width })}</Th>
                <Td align="end">{formatCount(before, locale)}</Td>
                <Td align="end">{formatCount(after, locale)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
}
