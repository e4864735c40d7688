import { useLocale, useTranslations } from "next-intl";
import { customerPath } from "@/components/risk/customer-path";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { Disagreements } from "@/lib/judgements/list-disagreements";
import { Said } from "./said";

type DisagreementQueueProps = Disagreements & Readonly<{ mayJudge: boolean; timeZone: string }>;

/** Where a person and the model see a risk otherwise, side by side. */
export function DisagreementQueue({ items, total, mayJudge, timeZone }: DisagreementQueueProps) {
  const t = useTranslations("judgements.queue");
  const locale = localeOf(useLocale());
  if (items.length === 0) {
    return (
      <EmptyState title={t("empty.title")} action={<ButtonLink href="/risk">{t("empty.action")}</ButtonLink>}>
        {t(mayJudge ? "empty.body" : "empty.bodyViewer")}
      </EmptyState>
    );
  }
  return (
    <Section
      title={t("section")}
      description={items.length < total ? t("shown", { shown: items.length, total }) : t("count", { count: total })}
      actions={<TextLink href="/risk?judgement=disagrees">{t("onBoard")}</TextLink>}
    >
      <Table caption={t("caption")} className="min-w-[52rem]">
        <thead>
          <tr>
            <Th>{t("customer")}</Th>
            <Th>{t("person")}</Th>
            <Th>{t("model")}</Th>
            <Th>{t("reason")}</Th>
            <Th>{t("ends")}</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.externalId}>
              <Th scope="row" className="max-w-56">
                <TextLink href={customerPath(item.externalId)}>
                  <bdi>{item.name}</bdi>
                </TextLink>
              </Th>
              <Td className="whitespace-nowrap">
                <Said said={item.person} />
              </Td>
              <Td className="whitespace-nowrap">
                <Said said={item.model} />
              </Td>
              <Td className="min-w-60">
                <span dir="auto" className="line-clamp-3 break-words">
                  {item.reason}
                </span>
                <span className="text-sm text-faint">
                  <bdi>{t("by", { author: item.author, made: formatDay(item.madeAtMs, locale, timeZone) })}</bdi>
                </span>
              </Td>
              <Td className="whitespace-nowrap">{formatDay(item.expiresAtMs, locale, timeZone)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
