import { useLocale, useTranslations } from "next-intl";
import { customerPath } from "@/components/risk/customer-path";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { SettledJudgement } from "@/lib/judgements/list-settled";
import { Said } from "./said";

type SettledJudgementsProps = Readonly<{ settled: readonly SettledJudgement[]; timeZone: string }>;

/** Judgements of which it is known how they ended, newest first. */
export function SettledJudgements({ settled, timeZone }: SettledJudgementsProps) {
  const t = useTranslations("judgements.record");
  const columns = useTranslations("judgements.queue");
  const locale = localeOf(useLocale());
  if (settled.length === 0) return null;
  return (
    <Section title={t("settledTitle")}>
      <Table caption={t("settledCaption")} className="min-w-[48rem]">
        <thead>
          <tr>
            <Th>{columns("customer")}</Th>
            <Th>{columns("person")}</Th>
            <Th>{columns("model")}</Th>
            <Th>{t("happened")}</Th>
            <Th>{t("nearer")}</Th>
          </tr>
        </thead>
        <tbody>
          {settled.map((one) => (
            <tr key={`${one.externalId} ${one.madeAtMs} ${one.author}`}>
              <Th scope="row" className="max-w-64">
                <TextLink href={customerPath(one.externalId)}>
                  <bdi>{one.name}</bdi>
                </TextLink>
                <span className="block text-sm font-normal text-faint">
                  <bdi>{columns("by", { author: one.author, made: formatDay(one.madeAtMs, locale, timeZone) })}</bdi>
                </span>
              </Th>
              <Td>
                <Said said={one.person} />
              </Td>
              <Td>
                <Said said={one.model} />
              </Td>
              <Td>{one.brokeUp ? t("brokeUp") : t("stayed")}</Td>
              <Td>
                <Tag>{t(`who.${one.nearer}`)}</Tag>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
