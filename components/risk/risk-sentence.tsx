import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ScoreView } from "@/lib/customers/customer-view";
import { formatDay } from "@/lib/format/format-day";
import { formatPoints } from "@/lib/format/format-points";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import { BandMark } from "./band-mark";
import { EvidenceNote } from "./evidence-note";
import { ReasonSentence } from "./reason-sentence";

type RiskSentenceProps = Readonly<{
  name: string;
  departed: boolean;
  score: ScoreView;
  horizonDays: number;
  timeZone: string;
}>;

/** The risk as one would tell it to a colleague, then which way is worse, as of when, and how much is known. */
export function RiskSentence({ name, departed, score, horizonDays, timeZone }: RiskSentenceProps) {
  const t = useTranslations("risk.customer");
  const bands = useTranslations("risk.bands");
  const locale = localeOf(useLocale());
  const raising = score.reasons.filter((reason) => reason.points > 0).slice(0, 2);
  const points = formatPoints(score.change7d, locale);
  const direction = points === "0" ? "same" : score.change7d > 0 ? "worse" : "better";
  return (
    <div className="grid gap-3">
      <p className="story max-w-[58ch] text-xl text-ink">
        {t.rich(departed ? "sentenceDeparted" : "sentence", {
          name,
          days: horizonDays,
          risk: formatRisk(score.probability),
          b: (chunks: ReactNode) => <bdi>{chunks}</bdi>,
          strong: (chunks: ReactNode) => <strong className="font-semibold whitespace-nowrap">{chunks}</strong>,
        })}{" "}
        {raising.length === 0 ? (
          t("nothingWeighs")
        ) : (
          <>
            {t("weighMost")}{" "}
            {raising.map((reason, index) => (
              <span key={reason.key}>
                {index > 0 ? "; " : null}
                <em>
                  <ReasonSentence text={reason.text} />
                </em>
              </span>
            ))}
            .
          </>
        )}
      </p>
      <p className="measure flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <span className="inline-flex items-center gap-1.5 font-medium text-ink">
          <BandMark band={score.band} />
          {bands(score.band)}
        </span>
        <span>{t("change", { direction, points })}</span>
      </p>
      <p className="measure text-sm text-muted">
        {t("direction", { days: horizonDays, date: formatDay(score.asOf, locale, timeZone) })}
      </p>
      <EvidenceNote score={score} />
    </div>
  );
}
