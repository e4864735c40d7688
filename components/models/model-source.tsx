import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCount } from "@/lib/format/format-count";
import { formatDay } from "@/lib/format/format-day";
import { formatShare } from "@/lib/format/format-share";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";
import type { ModelView } from "@/lib/models/read-model";
import type { PanelReport } from "@/lib/schemas/training-report";
import { LeftOut } from "./left-out";

type ModelSourceProps = Readonly<{
  model: ModelView;
  panel: PanelReport;
  timeZone: string;
  kindLabels: ReadonlyMap<string, string>;
}>;

/** What there was to learn from, and what was left out and why. */
export function ModelSource({ model, panel, timeZone, kindLabels }: ModelSourceProps) {
  const t = useTranslations("models.source");
  const locale = localeOf(useLocale());
  const { request, training } = model;
  const season = training?.season;
  const facts = [
    { label: t("rows"), value: t("rowsValue", { rows: panel.rows, customers: panel.customers }) },
    { label: t("breakUps"), value: formatCount(panel.breakUps, locale) },
    { label: t("columns"), value: formatCount(panel.columns.length, locale) },
    ...(training ? [{ label: t("kept"), value: formatCount(training.chosen.terms.length, locale) }] : []),
    ...(request ? [{ label: t("horizon"), value: t("days", { days: request.horizonDays }) }] : []),
    ...(request
      ? [
          {
            label: t("trust"),
            value: request.trust === null ? t("usual") : t("trustValue", { trust: formatValue(request.trust, locale) }),
          },
        ]
      : []),
    ...(season
      ? [
          {
            label: t("season"),
            value: t("seasonValue", {
              rate: `${formatShare(season.rate, locale)} %`,
              breakUps: season.breakUps,
              customers: season.customers,
            }),
          },
        ]
      : []),
  ];
  return (
    <Section title={t("title")}>
      <Facts items={facts} />
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-2">
        <DatesTable panel={panel} timeZone={timeZone} />
        <LeftOut panel={panel} kindLabels={kindLabels} />
      </div>
    </Section>
  );
}

function DatesTable({ panel, timeZone }: Readonly<{ panel: PanelReport; timeZone: string }>) {
  const t = useTranslations("models.source");
  const locale = localeOf(useLocale());
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <Th>{t("day")}</Th>
          <Th align="end">{t("looks")}</Th>
          <Th align="end">{t("broke")}</Th>
        </tr>
      </thead>
      <tbody>
        {panel.dates.map(({ asOf, rows, breakUps }) => (
          <tr key={asOf}>
            <Th scope="row" className="whitespace-nowrap">
              {formatDay(asOf, locale, timeZone)}
            </Th>
            <Td align="end">{formatCount(rows, locale)}</Td>
            <Td align="end">{formatCount(breakUps, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
