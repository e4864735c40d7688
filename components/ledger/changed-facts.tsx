import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/format/format-day";
import { formatMoney } from "@/lib/format/format-money";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";
import type { FactChangeView } from "@/lib/ledger/ledger-view";

const SHOWN = 12;

type ChangedFactsProps = Readonly<{ facts: readonly FactChangeView[]; currency: string }>;

/** The facts that changed, each as it was and as it is. */
export function ChangedFacts({ facts, currency }: ChangedFactsProps) {
  const t = useTranslations("ledger.facts");
  const locale = localeOf(useLocale());

  function valueText({ fact }: FactChangeView, value: FactChangeView["before"]): string {
    if (value === null) return t("unknown");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "string") return fact === "trait" ? value : formatDate(value, locale);
    return fact === "mrr" ? formatMoney(value, currency, locale) : formatValue(value, locale);
  }

  if (facts.length === 0) return null;
  return (
    <ul className="grid max-w-xl gap-1 text-sm">
      {facts.slice(0, SHOWN).map((one) => (
        <li key={`${one.fact} ${one.name}`}>
          <span className="text-muted">{one.fact === "trait" ? <bdi>{one.name}</bdi> : t(one.fact)}</span>{" "}
          <bdi>{valueText(one, one.before)}</bdi> <span aria-hidden>→</span>
          <span className="sr-only">{t("became")}</span> <bdi className="font-medium">{valueText(one, one.after)}</bdi>
        </li>
      ))}
      {facts.length > SHOWN ? <li className="text-faint">{t("more", { count: facts.length - SHOWN })}</li> : null}
    </ul>
  );
}
