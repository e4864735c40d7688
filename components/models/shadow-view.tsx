import { useLocale, useTranslations } from "next-intl";
import { BandMark } from "@/components/risk/band-mark";
import { customerPath } from "@/components/risk/customer-path";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { BANDS, type Band } from "@/lib/bands/bands";
import { formatDay } from "@/lib/format/format-day";
import { formatRisk } from "@/lib/format/format-risk";
import { formatShare } from "@/lib/format/format-share";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";
import type { BandChange, ShadowComparison } from "@/lib/models/compare-shadow";

type ShadowViewProps = Readonly<{ comparison: ShadowComparison; timeZone: string }>;

/** Who would change band if the model in shadow were in use. */
export function ShadowView({ comparison, timeZone }: ShadowViewProps) {
  const t = useTranslations("models.shadow");
  const locale = localeOf(useLocale());
  const { asOf, customers, correlation, meanProbability, meanShadowProbability, changed, changes } = comparison;
  const sentences = [
    t("description", {
      customers,
      date: formatDay(asOf, locale, timeZone),
      now: formatShare(meanProbability, locale),
      mean: formatShare(meanShadowProbability, locale),
    }),
    ...(correlation === null ? [] : [t("order", { correlation: formatValue(correlation, locale) })]),
  ];
  return (
    <Section title={t("title", { changed })} description={sentences.join(" ")}>
      {changes.length === 0 ? (
        changed === 0 ? null : (
          <p className="text-base text-muted">{t("namesHidden")}</p>
        )
      ) : (
        <>
          <ChangesTable changes={changes} />
          {changes.length < changed ? (
            <p className="text-sm text-muted">{t("most", { count: changes.length })}</p>
          ) : null}
        </>
      )}
    </Section>
  );
}

function ChangesTable({ changes }: Readonly<{ changes: readonly BandChange[] }>) {
  const t = useTranslations("models.shadow");
  return (
    <Table caption={t("caption")} className="max-w-4xl">
      <thead>
        <tr>
          <Th>{t("customer")}</Th>
          <Th align="end">{t("now")}</Th>
          <Th align="end">{t("then")}</Th>
          <Th>{t("band")}</Th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ externalId, name, from, to, probability, shadowProbability }) => (
          <tr key={externalId}>
            <Th scope="row" className="max-w-72 break-words">
              <TextLink href={customerPath(externalId)}>{name}</TextLink>
            </Th>
            <Td align="end">{formatRisk(probability)}</Td>
            <Td align="end" className="font-medium">
              {formatRisk(shadowProbability)}
            </Td>
            <Td className="whitespace-nowrap">
              <BandWord band={from} /> → <BandWord band={to} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function BandWord({ band }: Readonly<{ band: string }>) {
  const t = useTranslations("risk.bands");
  const known: Band = BANDS.find((one) => one === band) ?? "calm";
  return (
    <span className="inline-flex items-center gap-1.5">
      <BandMark band={known} /> {t(known)}
    </span>
  );
}
