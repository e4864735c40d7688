import { useLocale, useTranslations } from "next-intl";
import { customerPath } from "@/components/risk/customer-path";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/format-day";
import { formatRisk } from "@/lib/format/format-risk";
import { numberFormat } from "@/lib/format/intl-cache";
import { localeOf } from "@/lib/format/locale-of";
import type { RuleBacktest } from "@/lib/rules/backtest-rules";

const METRICS = ["auc", "lift10", "precision", "recall", "brier"] as const;
const CALLS = ["only-candidate", "only-current", "both", "neither"] as const;

type BacktestResultProps = Readonly<{ backtest: RuleBacktest; timeZone: string }>;

/** What the draft would have said of past break-ups, its verdict first. */
export function BacktestResult({ backtest, timeZone }: BacktestResultProps) {
  const t = useTranslations("rules.backtest");
  const locale = localeOf(useLocale());
  const numbers = numberFormat(locale, { maximumFractionDigits: 3, signDisplay: "negative" });
  const round = (value: number) => numbers.format(value).replace("-", "−");
  const interval = ({ value, low, high }: RuleBacktest["candidate"]["auc"]) =>
    Number.isFinite(value) ? t("interval", { value: round(value), low: round(low), high: round(high) }) : t("unknown");
  const about = {
    ...{ breakUps: backtest.breakUps, rows: backtest.rows, customers: backtest.customers.looked },
    ...{ dates: backtest.asOf.length, horizon: backtest.horizonDays, from: formatRisk(backtest.calledFrom) },
  };
  return (
    <div className="grid max-w-4xl gap-5">
      <div className="grid gap-1">
        <p className="story text-lg">{t(`against.${backtest.againstCurrent}`)}</p>
        <p className="text-muted">
          {t(`chance.${backtest.againstChance}`)} {t("of", about)}
        </p>
      </div>
      <Table caption={t("figures")}>
        <thead>
          <tr>
            <Th>{t("figure")}</Th>
            <Th align="end">{t("candidate")}</Th>
            <Th align="end">{t("current")}</Th>
            <Th align="end">{t("difference")}</Th>
          </tr>
        </thead>
        <tbody>
          {METRICS.map((metric) => (
            <tr key={metric}>
              <Th scope="row">{t(`metrics.${metric}`)}</Th>
              {(["candidate", "current", "difference"] as const).map((which) => (
                <Td key={which} align="end">
                  {interval(backtest[which][metric])}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <section className="grid gap-3" aria-label={t("calls")}>
        <h3 className="text-base font-semibold">{t("calls")}</h3>
        {CALLS.map((call) => {
          const named = backtest.named.filter((one) => one.call === call);
          return (
            <details key={call}>
              <summary className="cursor-pointer">{t(`call.${call}`, { count: backtest.calls[call] })}</summary>
              <p className="mt-1 text-sm text-muted">{t("newest", { shown: named.length })}</p>
              <ul className="grid gap-1 py-2 ps-4 text-sm leading-6">
                {named.map(({ externalId, name, asOf, probability, currentProbability }) => (
                  <li key={`${externalId} ${asOf}`}>
                    <TextLink href={customerPath(externalId)}>
                      {t("named", {
                        ...{ name, date: formatDay(asOf, locale, timeZone) },
                        ...{ risk: formatRisk(probability), riskNow: formatRisk(currentProbability) },
                      })}
                    </TextLink>
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </section>
      <Table caption={t("calibration")}>
        <thead>
          <tr>
            <Th>{t("predicted")}</Th>
            <Th align="end">{t("happened")}</Th>
            <Th align="end">{t("customers")}</Th>
          </tr>
        </thead>
        <tbody>
          {backtest.calibration.map((bin, at) => (
            <tr key={at}>
              <Th scope="row">{round(bin.predicted)}</Th>
              <Td align="end">{interval({ ...bin, value: bin.happened })}</Td>
              <Td align="end">{bin.rows}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
