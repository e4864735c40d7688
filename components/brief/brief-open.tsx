import { useLocale, useTranslations } from "next-intl";
import { ReasonSentence } from "@/components/risk/reason-sentence";
import { Section } from "@/components/ui/section";
import type { AdvisedStepView } from "@/lib/customers/customer-view";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";

/** What is still open: the complaints and promises that a step would answer. */
export function BriefOpen({ steps, timeZone }: Readonly<{ steps: readonly AdvisedStepView[]; timeZone: string }>) {
  const t = useTranslations("brief");
  const locale = localeOf(useLocale());
  const open = steps.flatMap(({ answers, ...step }) => (answers ? [{ ...step, answers }] : []));
  return (
    <Section title={t("open.title")}>
      {open.length === 0 ? <p className="text-muted">{t("open.none")}</p> : null}
      <ul className="grid gap-2">
        {open.map((step) => (
          <li key={step.kindKey} className="break-inside-avoid">
            <p className="text-ink">
              {t("open.line", {
                kind: step.answers.kindLabel,
                date: formatDay(step.answers.occurredAt, locale, timeZone),
                others: step.open - 1,
              })}
            </p>
            <p className="text-sm text-muted">
              {t("open.answer")} <ReasonSentence text={step.text} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
