import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "@/lib/format/format-day";
import { formatList } from "@/lib/format/format-list";
import { formatShare } from "@/lib/format/format-share";
import { localeOf } from "@/lib/format/locale-of";
import type { ModelView } from "@/lib/models/read-model";

/** Fewer break-ups in a test than this make every figure of it rough. */
const FEW = 20;

type ModelSentenceProps = Readonly<{ model: ModelView; timeZone: string }>;

/** What a model is worth, as a person would say it. */
export function ModelSentence({ model, timeZone }: ModelSentenceProps) {
  const t = useTranslations("models.sentence");
  const locale = localeOf(useLocale());
  const { training, panel, anchor, origin, state, request } = model;
  if (origin !== "learned") {
    if (!anchor) return <>{t("rules")}</>;
    return <>{t("rulesAnchored", { rate: `${formatShare(anchor.baseRate, locale)} %` })}</>;
  }
  const auc = training?.models.candidate.auc;
  if (!training || !panel || !auc || auc.value === null || auc.low === null || auc.high === null) {
    return state === "training" ? null : t("none");
  }
  const { rows, breakUps } = training.test;
  return (
    <>
      {t.rich("learned", {
        breakUps: panel.breakUps,
        pairs: formatShare(auc.value, locale),
        low: formatShare(auc.low, locale),
        high: formatShare(auc.high, locale),
        b: (chunks: ReactNode) => <strong className="font-semibold text-ink">{chunks}</strong>,
      })}{" "}
      {training.test.type === "out-of-time" && request?.testAsOf
        ? t("testOutOfTime", { rows, breakUps, date: formatDay(request.testAsOf, locale, timeZone) })
        : t("testOutOfFold", { rows, breakUps })}{" "}
      {request && request.testPassedOver.length > 0
        ? t("passedOver", {
            count: request.testPassedOver.length,
            dates: formatList(
              request.testPassedOver.map(({ asOf }) => formatDay(asOf, locale, timeZone)),
              locale,
            ),
            hasTest: request.testAsOf === null ? "no" : "yes",
          })
        : null}{" "}
      {breakUps < FEW ? t("few", { breakUps }) : null}
    </>
  );
}
