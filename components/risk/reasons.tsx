import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { probabilityOfPoints } from "@/lib/charts/probability-of-points";
import { prepareReasonBars, type ReasonBar } from "@/lib/charts/reason-bars";
import type { ScoreView } from "@/lib/customers/customer-view";
import { formatPoints } from "@/lib/format/format-points";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import { ReasonLine } from "./reason-line";
import { ReasonSentence } from "./reason-sentence";
import { ReasonTouchpoints } from "./reason-touchpoints";

type ReasonsProps = Readonly<{ score: ScoreView; timeZone: string }>;

/** Why the risk is what it is: from where everyone starts, reason by reason, to the total, in points. */
export function Reasons({ score, timeZone }: ReasonsProps) {
  const t = useTranslations("risk.reasons");
  const locale = localeOf(useLocale());
  const bars = prepareReasonBars(score);
  const points = (value: number) => formatPoints(value, locale, 1);
  const spoken = (bar: ReasonBar) => t(bar.points < 0 ? "lowers" : "raises", { points: points(bar.points) });
  const risk = formatRisk(score.probability);
  return (
    <Section title={t("title")} description={t("description")}>
      <div className="text-base">
        <div className="overflow-hidden border-y border-line py-2 ps-6">
          <ReasonLine bar={bars.start} zero={bars.zero} look="frame" spoken={spoken(bars.start)}>
            {t("start")}
            <span className="block text-sm text-faint">
              {t("startNote", { risk: formatRisk(probabilityOfPoints(score.interceptPoints)) })}
            </span>
          </ReasonLine>
        </div>
        {score.reasons.length === 0 ? <p className="border-b border-line py-3 ps-6 text-muted">{t("none")}</p> : null}
        {score.reasons.map((reason, index) => {
          const bar = bars.reasons[index];
          if (!bar) return null;
          return (
            <details key={reason.key} className="group border-b border-line">
              <summary className="relative block overflow-hidden py-2 ps-6 transition-colors hover:bg-sunken/60">
                <ChevronRight
                  aria-hidden
                  className="absolute top-3 start-0.5 size-4 text-faint transition-transform group-open:rotate-90 rtl:-scale-x-100"
                />
                <ReasonLine bar={bar} zero={bars.zero} look="reason" spoken={spoken(bar)}>
                  <ReasonSentence text={reason.text} />
                </ReasonLine>
              </summary>
              <div className="pt-1 pb-4 ps-6">
                <ReasonTouchpoints touchpoints={reason.touchpoints} timeZone={timeZone} />
              </div>
            </details>
          );
        })}
        <div className="overflow-hidden border-b border-ink/40 py-2 ps-6 font-medium">
          <ReasonLine bar={bars.total} zero={bars.zero} look="frame" spoken={t("totalNote", { risk })}>
            {t("total")}
            <span className="block text-sm font-normal text-faint">{t("totalNote", { risk })}</span>
          </ReasonLine>
        </div>
        <p className="measure pt-3 text-sm text-muted">
          {t("sum", {
            start: points(bars.start.points),
            reasons: points(bars.reasonsPoints),
            count: score.reasons.length,
            total: points(bars.total.points),
            risk,
          })}{" "}
          <span className="text-faint">
            {t("configuration", { rules: score.ruleSetVersion, model: score.modelVersion })}
          </span>
        </p>
      </div>
    </Section>
  );
}
