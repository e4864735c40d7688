import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { formatPoints } from "@/lib/format/format-points";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";
import type { Scorecard } from "@/lib/models/scorecard";

/** Weights this close to 1 leave a rule as it was stated. */
const KEPT = 0.05;
/** Rows beyond these are behind a fold. */
const ROWS = 10;

/** What the admin stated of each rule beside what was learned of it, the most changed first. */
export function RuleWeights({ rules }: Pick<Scorecard, "rules">) {
  const t = useTranslations("models.scorecard");
  const changed = rules
    .filter(({ weight }) => verdictOf(weight) !== "kept")
    .sort((a, b) => changeOf(b) - changeOf(a) || (a.key < b.key ? -1 : 1));
  const kept = rules.length - changed.length;
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <h3 className="text-base font-semibold">{t("rules")}</h3>
      <RulesTable rules={changed.slice(0, ROWS)} />
      {changed.length > ROWS ? (
        <details>
          <summary className="w-fit cursor-pointer text-accent">
            {t("moreRules", { count: changed.length - ROWS })}
          </summary>
          <RulesTable rules={changed.slice(ROWS)} />
        </details>
      ) : null}
      {kept > 0 ? <p className="text-sm text-muted">{t("unused", { count: kept })}</p> : null}
    </div>
  );
}

function RulesTable({ rules }: Pick<Scorecard, "rules">) {
  const t = useTranslations("models.scorecard");
  const locale = localeOf(useLocale());
  if (rules.length === 0) return null;
  return (
    <Table caption={t("rulesCaption")} className="max-w-4xl">
      <thead>
        <tr>
          <Th>{t("rule")}</Th>
          <Th align="end">{t("stated")}</Th>
          <Th align="end">{t("weight")}</Th>
          <Th align="end">{t("learned")}</Th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ key, label, weight, mostPoints }) => (
          <tr key={key}>
            <Th scope="row" className="min-w-48">
              {label}
              <span className="block text-sm font-normal text-muted">{t(`verdicts.${verdictOf(weight)}`)}</span>
            </Th>
            <Td align="end">{formatPoints(mostPoints, locale)}</Td>
            <Td align="end">×{formatValue(weight, locale)}</Td>
            <Td align="end" className="font-medium">
              {formatPoints(mostPoints * weight, locale)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function verdictOf(weight: number): "kept" | "more" | "less" | "reversed" {
  if (Math.abs(weight - 1) < KEPT) return "kept";
  if (weight < 0) return "reversed";
  return weight > 1 ? "more" : "less";
}

function changeOf({ mostPoints, weight }: Scorecard["rules"][number]): number {
  return Math.abs(mostPoints * (weight - 1));
}
