import { useLocale, useTranslations } from "next-intl";
import { Said } from "@/components/judgements/said";
import { customerPath } from "@/components/risk/customer-path";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { EndingJudgement } from "@/lib/home/read-ending-judgements";

type EndingSectionProps = Readonly<{ ending: readonly EndingJudgement[]; timeZone: string }>;

/** Judgements that end within two weeks. */
export function EndingSection({ ending, timeZone }: EndingSectionProps) {
  const t = useTranslations("home.book.judgements");
  const locale = localeOf(useLocale());
  return (
    <Section title={t("title")} description={ending.length > 0 ? t("description") : t("none")}>
      {ending.length > 0 ? (
        <ul aria-label={t("title")} className="border-t border-line">
          {ending.map((one) => (
            <li key={one.externalId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line py-2">
              <span className="grid min-w-0">
                <TextLink href={customerPath(one.externalId)} className="truncate font-medium">
                  <bdi>{one.name}</bdi>
                </TextLink>
                <span dir="auto" className="line-clamp-2 text-sm text-muted">
                  {one.reason}
                </span>
              </span>
              <span className="grid justify-items-end text-sm">
                <Said said={one.said} />
                <span className="text-muted">{t("ends", { date: formatDay(one.expiresAtMs, locale, timeZone) })}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <TextLink href="/judgements" className="w-fit text-sm">
        {t("queue")}
      </TextLink>
    </Section>
  );
}
