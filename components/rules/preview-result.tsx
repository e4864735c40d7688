import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatMoney } from "@/lib/format/format-money";
import { localeOf } from "@/lib/format/locale-of";
import type { RulePreview } from "@/lib/rules/preview-rules";
import { BandChanges } from "./band-changes";
import { BandMovers } from "./band-movers";
import { DistributionPlot } from "./distribution-plot";

type PreviewResultProps = Readonly<{
  preview: RulePreview;
  /** Where as many customers are scored as can be, and how many that is at most. */
  more: Readonly<{ href: string; atMost: number }>;
}>;

/** What publishing would change today: bands, revenue, and whom by name. */
export function PreviewResult({ preview, more }: PreviewResultProps) {
  const t = useTranslations("rules.preview");
  const words = useTranslations("risk.bands");
  const locale = localeOf(useLocale());
  const { customers, changed, currency, valueAtRiskMinor } = preview;
  const most = Math.min(customers.total, more.atMost);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return (
    <div className="grid max-w-4xl gap-5">
      <div className="grid gap-1">
        <p className="story text-lg">{t("lead", { ...changed, changed: changed.customers })}</p>
        <p className="text-muted">
          {t("value", { before: money(valueAtRiskMinor.before), after: money(valueAtRiskMinor.after) })}{" "}
          {customers.looked < customers.total ? t("of", customers) : t("everyone", { total: customers.total })}{" "}
          {preview.anchor ? t("anchor", preview.anchor) : null}
        </p>
        {customers.looked < most ? (
          <p>
            <TextLink href={more.href} scroll={false}>
              {t(most < customers.total ? "more" : "all", { most })}
            </TextLink>
          </p>
        ) : null}
      </div>
      {preview.current.learned ? <Notice tone="warn">{t("learned")}</Notice> : null}
      <BandChanges
        bands={preview.bands}
        currency={currency}
        words={{
          caption: t("bands"),
          band: t("band"),
          now: t("now"),
          after: t("after"),
          revenueNow: t("revenueNow"),
          revenueAfter: t("revenueAfter"),
        }}
        nameOf={(band) => words(band)}
      />
      <DistributionPlot distribution={preview.distribution} />
      {preview.changes.length > 0 ? <BandMovers changes={preview.changes} all={changed.customers} /> : null}
    </div>
  );
}
