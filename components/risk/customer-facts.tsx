import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type Fact, Facts } from "@/components/ui/facts";
import type { CustomerView } from "@/lib/customers/customer-view";
import { daysUntil } from "@/lib/format/days-until";
import { formatCount } from "@/lib/format/format-count";
import { formatDate, formatDay } from "@/lib/format/format-day";
import { formatMoney } from "@/lib/format/format-money";
import { formatRelativeDays } from "@/lib/format/format-relative-days";
import { localeOf } from "@/lib/format/locale-of";

type CustomerFactsProps = Readonly<{ customer: CustomerView; nowMs: number; timeZone: string }>;

/** Who looks after the customer, what is at stake, since when, until when, and what else is known. */
export function CustomerFacts({ customer, nowMs, timeZone }: CustomerFactsProps) {
  const t = useTranslations("risk");
  const locale = localeOf(useLocale());
  const money = (minor: number | null) =>
    minor === null ? t("unknown") : formatMoney(minor, customer.currency, locale);
  const dateAnd = (isoDate: string) =>
    t("customer.facts.dateAnd", {
      date: formatDate(isoDate, locale),
      relative: formatRelativeDays(daysUntil(isoDate, nowMs, timeZone), locale),
    });
  const facts: Fact[] = [
    { label: t("customer.facts.owner"), value: customer.owner ? <bdi>{customer.owner.name}</bdi> : t("noOwner") },
    { label: t("customer.facts.mrr"), value: money(customer.mrrMinor) },
    { label: t("customer.facts.valueAtRisk"), value: money(customer.valueAtRiskMinor) },
    {
      label: t("customer.facts.since"),
      value: customer.startedOn ? formatDate(customer.startedOn, locale) : t("unknown"),
    },
    { label: t("customer.facts.renews"), value: customer.renewsOn ? dateAnd(customer.renewsOn) : t("unknown") },
    { label: t("customer.facts.stage"), value: stageText() },
    ...(customer.timeLeft ? [{ label: t("timeLeft.label"), value: t("timeLeft.fact", customer.timeLeft) }] : []),
  ];
  const more: Fact[] = [
    { label: t("customer.facts.touchpoints"), value: formatCount(customer.touchpointCount, locale) },
    { label: t("customer.facts.id"), value: customer.externalId },
    ...customer.traits.map((trait) => ({ label: <bdi>{trait.name}</bdi>, value: <bdi>{traitText(trait.value)}</bdi> })),
  ];
  return (
    <div className="grid gap-4">
      <Facts items={facts} className="xl:grid-cols-2" />
      <details className="group">
        <summary className="flex w-fit items-center gap-1 text-sm text-muted transition-colors hover:text-ink">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
          {t("customer.facts.more", { count: more.length })}
        </summary>
        <Facts items={more} className="pt-3 xl:grid-cols-2" />
      </details>
    </div>
  );

  function stageText(): string {
    const stage = t(`stages.${customer.stage}`);
    if (!customer.stageSince) return stage;
    return t("customer.facts.stageSince", { stage, date: formatDay(customer.stageSince, locale, timeZone) });
  }

  function traitText(value: string | number | boolean): string {
    if (typeof value === "boolean") return t(value ? "customer.traitValue.yes" : "customer.traitValue.no");
    return typeof value === "number" ? formatCount(value, locale) : value;
  }
}
