import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { daysUntil } from "@/lib/format/days-until";
import { formatDate } from "@/lib/format/format-day";
import { formatMoney } from "@/lib/format/format-money";
import { formatRelativeDays } from "@/lib/format/format-relative-days";
import { localeOf } from "@/lib/format/locale-of";
import type { Renewals } from "@/lib/home/read-renewals";
import { BookList } from "./book-list";

type RenewalsSectionProps = Readonly<{ renewals: Renewals; nowMs: number; timeZone: string }>;

/** Renewals in 30, 60 and 90 days, and the next ones by name. */
export function RenewalsSection({ renewals: { within, rows }, nowMs, timeZone }: RenewalsSectionProps) {
  const t = useTranslations("home.book.renewals");
  const risk = useTranslations("risk");
  const locale = localeOf(useLocale());
  const items = within.map(({ days, count, atRisk }) => ({
    label: t("within", { days }),
    value: (
      <span className="grid">
        <span className="text-xl font-semibold">{count}</span>
        <span className="text-sm text-muted">{t("atRisk", { count: atRisk })}</span>
      </span>
    ),
  }));
  return (
    <Section title={t("title")} description={rows.length > 0 ? undefined : t("none")}>
      <Facts items={items} className="grid-cols-3 gap-x-4 sm:grid-cols-3 lg:grid-cols-3" />
      {rows.length > 0 ? (
        <BookList
          label={t("next")}
          rows={rows}
          note={({ mrrMinor, currency }) =>
            mrrMinor === null ? risk("noValue") : t("monthly", { amount: formatMoney(mrrMinor, currency, locale) })
          }
          end={({ renewsOn }) =>
            renewsOn === null ? null : (
              <>
                <span className="block">{formatDate(renewsOn, locale)}</span>
                <span className="block text-xs text-faint">
                  {formatRelativeDays(daysUntil(renewsOn, nowMs, timeZone), locale)}
                </span>
              </>
            )
          }
        />
      ) : null}
    </Section>
  );
}
