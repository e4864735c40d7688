import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/format/format-count";
import { formatMoneyShort } from "@/lib/format/format-money";
import { localeOf } from "@/lib/format/locale-of";

type RiskSummaryProps = Readonly<{
  customers: number;
  atRisk: number;
  wavering: number;
  valueAtRiskMinor: number | null;
  currency: string;
  roseByTenPoints7d: number;
}>;

/** The state of the whole book in one breath, with live figures. */
export function RiskSummary({ customers, valueAtRiskMinor, currency, roseByTenPoints7d, ...counts }: RiskSummaryProps) {
  const t = useTranslations("risk.summary");
  const locale = localeOf(useLocale());
  return (
    <p className="story max-w-[62ch] text-xl text-muted">
      {t.rich("lead", {
        ...counts,
        customers: formatCount(customers, locale),
        hasValue: valueAtRiskMinor === null ? "no" : "yes",
        value: valueAtRiskMinor === null ? "" : formatMoneyShort(valueAtRiskMinor, currency, locale),
        rose: roseByTenPoints7d,
        b: (chunks: ReactNode) => <strong className="font-semibold text-ink">{chunks}</strong>,
      })}
    </p>
  );
}
