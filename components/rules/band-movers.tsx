import { useLocale, useTranslations } from "next-intl";
import { customerPath } from "@/components/risk/customer-path";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatRiskChange } from "@/lib/format/format-risk-change";
import { localeOf } from "@/lib/format/locale-of";
import type { NamedChange } from "@/lib/rules/name-changes";

type BandMoversProps = Readonly<{
  changes: readonly NamedChange[];
  /** How many there are, named or not. */
  all: number;
}>;

/** Who would change band, by name, the largest change first. */
export function BandMovers({ changes, all }: BandMoversProps) {
  const t = useTranslations("rules.preview");
  const words = useTranslations("risk.bands");
  const locale = localeOf(useLocale());
  return (
    <div className="grid gap-2">
      <p className="text-sm text-muted">{t("first", { shown: changes.length, all })}</p>
      <Table caption={t("changes")}>
        <thead>
          <tr>
            <Th>{t("customer")}</Th>
            <Th align="end">{t("riskNow")}</Th>
            <Th align="end">{t("riskAfter")}</Th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ externalId, name, from, to, probability, probabilityAfter }) => {
            const [now, after] = formatRiskChange(probability, probabilityAfter, locale);
            return (
              <tr key={externalId}>
                <Th scope="row">
                  <TextLink href={customerPath(externalId)}>
                    <bdi>{name}</bdi>
                  </TextLink>
                </Th>
                <Td align="end">
                  {now} <span className="max-sm:block">{words(from)}</span>
                </Td>
                <Td align="end">
                  {after} <span className="max-sm:block">{words(to)}</span>
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
