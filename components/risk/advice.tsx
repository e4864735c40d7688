import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { AdvisedStepView } from "@/lib/customers/customer-view";
import { formatDay } from "@/lib/format/format-day";
import { formatPoints } from "@/lib/format/format-points";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import { ReasonSentence } from "./reason-sentence";

type AdviceProps = Readonly<{ steps: readonly AdvisedStepView[]; probability: number; timeZone: string }>;

/** What would lower the risk most, as steps in order, each with what it does and where the risk then stands. */
export function Advice({ steps, probability, timeZone }: AdviceProps) {
  const t = useTranslations("risk.advice");
  const locale = localeOf(useLocale());
  const last = steps.at(-1);
  if (!last) {
    return (
      <Section title={t("title")}>
        <p className="measure text-muted">{t("none")}</p>
      </Section>
    );
  }
  const now = formatRisk(probability);
  return (
    <Section
      title={t("title")}
      description={t("together", { count: steps.length, from: now, to: formatRisk(last.probabilityTogether) })}
    >
      <ol className="border-t border-line text-base">
        {steps.map((step, at) => (
          <li
            key={step.kindKey}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-line py-2"
          >
            <span aria-hidden className="text-faint tabular-nums">
              {at + 1}
            </span>
            <span className="min-w-0">
              <span className="font-medium">
                <ReasonSentence text={step.text} />
              </span>
              {step.answers ? (
                <span className="block text-sm text-muted">
                  {t("answers", {
                    kind: step.answers.kindLabel,
                    date: formatDay(step.answers.occurredAt, locale, timeZone),
                    others: step.open - 1,
                  })}
                </span>
              ) : null}
            </span>
            <span className="text-end">
              <span className="font-medium text-good tabular-nums">
                {t("points", { points: formatPoints(step.points, locale) })}
              </span>
              <span className="block text-sm text-faint tabular-nums">
                {t("then", { risk: formatRisk(step.probabilityTogether) })}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <p className="measure text-sm text-faint">{t("note")}</p>
    </Section>
  );
}
