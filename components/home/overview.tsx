import { useLocale, useTranslations } from "next-intl";
import { BandFilter } from "@/components/risk/band-filter";
import { customerPath } from "@/components/risk/customer-path";
import { RiskSummary } from "@/components/risk/risk-summary";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { BandCountsAt } from "@/lib/charts/band-trend";
import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";
import type { RiskSummary as Summary } from "@/lib/customers/summarise-risk";
import { formatMoney } from "@/lib/format/format-money";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import { TrendSection } from "./trend-section";

type OverviewProps = Readonly<{
  summary: Summary;
  mostAtStake: readonly LeaderboardRow[];
  runs: readonly BandCountsAt[];
  timeZone: string;
}>;

const EVERYONE = { sort: "-risk", stage: "current" } as const;

/** The whole organisation at a glance: the sentence, the bands, how that went, and who is most at stake. */
export function Overview({ summary, mostAtStake, runs, timeZone }: OverviewProps) {
  const t = useTranslations("home.overview");
  const risk = useTranslations("risk");
  const locale = localeOf(useLocale());
  const staked = mostAtStake.filter(({ valueAtRiskMinor }) => valueAtRiskMinor !== null);
  return (
    <div className="grid gap-10">
      <RiskSummary {...summary} atRisk={summary.byBand["at-risk"] + summary.byBand.critical} />
      <div className="grid gap-x-16 gap-y-12 xl:grid-cols-2">
        <Section title={t("bands")}>
          <BandFilter search={EVERYONE} byBand={summary.byBand} />
          <TrendSection runs={runs} customers={summary.customers} timeZone={timeZone} />
        </Section>
        {staked.length > 0 ? (
          <Section title={t("most")} description={t("mostDescription")}>
            <ul className="border-t border-line">
              {staked.map((row) => (
                <li
                  key={row.externalId}
                  className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line py-2 tabular-nums"
                >
                  <TextLink href={customerPath(row.externalId)} className="truncate font-medium">
                    <bdi>{row.name}</bdi>
                  </TextLink>
                  <span className="text-end font-semibold">
                    {row.valueAtRiskMinor === null ? null : formatMoney(row.valueAtRiskMinor, row.currency, locale)}
                  </span>
                  <span className="truncate text-sm text-muted">
                    <bdi>{row.owner?.name ?? risk("noOwner")}</bdi>
                  </span>
                  <span className="text-end text-sm text-muted">
                    {risk("riskOf", { risk: formatRisk(row.probability), band: risk(`bands.${row.band}`) })}
                  </span>
                </li>
              ))}
            </ul>
            <TextLink href="/risk?sort=-valueAtRisk" className="w-fit text-sm">
              {t("all")}
            </TextLink>
          </Section>
        ) : null}
      </div>
    </div>
  );
}
