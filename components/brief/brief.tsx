import { useLocale, useTranslations } from "next-intl";
import { customerPath } from "@/components/risk/customer-path";
import { RiskSentence } from "@/components/risk/risk-sentence";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { BriefView } from "@/lib/briefs/read-brief";
import { formatDate, formatDay } from "@/lib/format/format-day";
import { formatMoney } from "@/lib/format/format-money";
import { localeOf } from "@/lib/format/locale-of";
import { BriefChapter } from "./brief-chapter";
import { BriefOpen } from "./brief-open";
import { BriefWords } from "./brief-words";
import { PrintButton } from "./print-button";

/** The story so far on one page, to read before one calls: only what the data hold. */
export function Brief({ brief }: Readonly<{ brief: BriefView }>) {
  const t = useTranslations("brief");
  const facts = useTranslations("risk.customer.facts");
  const risk = useTranslations("risk");
  const locale = localeOf(useLocale());
  const { customer, timeZone, horizonDays, asOfMs } = brief.page;
  const date = (isoDate: string | null) => (isoDate ? formatDate(isoDate, locale) : risk("unknown"));
  return (
    <article className="grid max-w-3xl gap-8">
      <header className="grid gap-4">
        <div className="no-print flex items-center justify-between gap-4">
          <TextLink href={customerPath(customer.externalId)}>{t("back")}</TextLink>
          <PrintButton>{t("print")}</PrintButton>
        </div>
        <div className="grid gap-1">
          <p className="text-sm text-muted">{t("asOf", { date: formatDay(asOfMs, locale, timeZone) })}</p>
          <h1 className="story text-2xl font-semibold break-words">
            <bdi>{customer.name}</bdi>
          </h1>
          <p className="story text-xl text-muted">{t("question")}</p>
        </div>
        {customer.score ? (
          <RiskSentence
            name={customer.name}
            departed={customer.stage === "departed"}
            score={customer.score}
            horizonDays={horizonDays}
            timeZone={timeZone}
          />
        ) : null}
        <Facts
          items={[
            { label: facts("owner"), value: customer.owner ? <bdi>{customer.owner.name}</bdi> : risk("noOwner") },
            {
              label: facts("mrr"),
              value:
                customer.mrrMinor === null
                  ? risk("unknown")
                  : formatMoney(customer.mrrMinor, customer.currency, locale),
            },
            { label: facts("since"), value: date(customer.startedOn) },
            { label: facts("renews"), value: date(customer.renewsOn) },
          ]}
        />
      </header>
      <Section title={t("story")} description={t("storyNote")}>
        <ol className="grid gap-5">
          {brief.chapters.map((chapter) => (
            <BriefChapter key={chapter.fromMs} chapter={chapter} timeZone={timeZone} />
          ))}
        </ol>
      </Section>
      <BriefOpen steps={customer.advice} timeZone={timeZone} />
      <BriefWords
        title={t("lastSaid")}
        timeZone={timeZone}
        words={brief.words.map((word, at) => ({
          key: `${word.atMs} ${at}`,
          atMs: word.atMs,
          from: word.kindLabel,
          text: word.text,
        }))}
      />
      {brief.notes.length > 0 ? (
        <BriefWords
          title={t("notes")}
          timeZone={timeZone}
          words={brief.notes.map((note) => ({
            key: String(note.id),
            atMs: note.happenedAtMs,
            from: note.author,
            text: note.note ?? "",
          }))}
        />
      ) : null}
    </article>
  );
}
