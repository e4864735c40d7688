import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/format/format-day";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import type { JudgementView } from "@/lib/judgements/judgement-view";
import { Said } from "./said";

type EarlierJudgementsProps = Readonly<{ judgements: readonly JudgementView[]; timeZone: string }>;

/** What people thought before: nothing that was said is ever lost. */
export function EarlierJudgements({ judgements, timeZone }: EarlierJudgementsProps) {
  const t = useTranslations("judgements.panel");
  const locale = localeOf(useLocale());
  if (judgements.length === 0) return null;
  return (
    <details className="group max-w-4xl">
      <summary className="flex w-fit items-center gap-1 text-sm text-muted transition-colors hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {t("earlier", { count: judgements.length })}
      </summary>
      <ul className="mt-2 border-t border-line">
        {judgements.map((one) => (
          <li key={one.id} className="grid gap-x-6 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[12rem_1fr]">
            <div className="text-muted">{one.said ? <Said said={one.said} /> : t("comment")}</div>
            <div className="grid min-w-0 gap-0.5">
              <p dir="auto" className="measure break-words whitespace-pre-line text-muted">
                {one.reason}
              </p>
              <p className="text-sm text-faint">
                <bdi>
                  {t("past", {
                    author: one.author,
                    made: formatDay(one.madeAtMs, locale, timeZone),
                    state: t(`states.${one.state}`, { until: formatDay(one.expiresAtMs, locale, timeZone) }),
                  })}
                </bdi>
                {one.modelSaid?.probability
                  ? ` · ${t("modelThen", { risk: formatRisk(one.modelSaid.probability) })}`
                  : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
