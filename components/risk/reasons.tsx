import { useLocale, useTranslations } from "next-intl";
import { journeyHref } from "@/components/journey/journey-href";
import { ButtonLink } from "@/components/ui/button-link";
import { LineDetails } from "@/components/ui/line-details";
import { Section } from "@/components/ui/section";
import { probabilityOfPoints } from "@/lib/charts/probability-of-points";
import { prepareReasonBars, type ReasonBar } from "@/lib/charts/reason-bars";
import type { ScoreView } from "@/lib/customers/customer-view";
import { formatPoints } from "@/lib/format/format-points";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import type { JourneySearch } from "@/lib/schemas/journey-search";
import { ReasonLine } from "./reason-line";
import { ReasonSentence } from "./reason-sentence";
import { ReasonTouchpoints } from "./reason-touchpoints";

/** Of more reasons than `foldAbove`, only the largest are told one by one unless asked for all. */
const FOLD = { foldAbove: 10, told: 8 };

type ReasonsProps = Readonly<{ score: ScoreView; externalId: string; search: JourneySearch; timeZone: string }>;

/** Why the risk is what it is: from where everyone starts, reason by reason, to the total, in points. */
export function Reasons({ score, externalId, search, timeZone }: ReasonsProps) {
  const t = useTranslations("risk.reasons");
  const locale = localeOf(useLocale());
  const count = score.reasons.length;
  const isLong = count > FOLD.foldAbove;
  const isFolded = isLong && search.reasons !== "all";
  const bars = prepareReasonBars({ ...score, most: isFolded ? FOLD.told : count });
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
        {count === 0 ? <p className="border-b border-line py-3 ps-6 text-muted">{t("none")}</p> : null}
        {score.reasons.map((reason, index) => {
          const bar = bars.reasons[index];
          if (!bar) return null;
          return (
            <LineDetails
              key={reason.key}
              line={
                <ReasonLine bar={bar} zero={bars.zero} look="reason" spoken={spoken(bar)}>
                  <ReasonSentence text={reason.text} />
                </ReasonLine>
              }
            >
              <ReasonTouchpoints reason={reason} timeZone={timeZone} />
            </LineDetails>
          );
        })}
        {bars.smaller ? (
          <div className="overflow-hidden border-b border-line py-2 ps-6">
            <ReasonLine bar={bars.smaller} zero={bars.zero} look="reason" spoken={spoken(bars.smaller)}>
              {t("smaller", { count: count - bars.reasons.length })}
            </ReasonLine>
          </div>
        ) : null}
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
            count,
            total: points(bars.total.points),
            risk,
          })}{" "}
          <span className="text-faint">
            {t("configuration", { rules: score.ruleSetVersion, model: score.modelVersion })}
          </span>
        </p>
        {isLong ? (
          <div className="no-print pt-4">
            <ButtonLink
              size="sm"
              scroll={false}
              href={journeyHref(externalId, search, { reasons: isFolded ? "all" : null })}
            >
              {isFolded ? t("all", { count }) : t("fewer")}
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
