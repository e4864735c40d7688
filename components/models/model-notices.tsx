import { useTranslations } from "next-intl";
import { useSentence } from "@/components/forms/use-sentence";
import { RefreshWhile } from "@/components/imports/refresh-while";
import { Notice } from "@/components/ui/notice";
import type { ModelView } from "@/lib/models/read-model";
import type { ScoringState } from "@/lib/models/read-scoring-state";

const EVERY_MS = 2000;

type ModelNoticesProps = Readonly<{ model: ModelView; scoring: ScoringState | null; hasOtherRules: boolean }>;

/** What whoever looks at a model has to know before anything else. */
export function ModelNotices({ model, scoring, hasOtherRules }: ModelNoticesProps) {
  const t = useTranslations("models.notices");
  const say = useSentence();
  const { state, refusedBecause, drift, changedSince } = model;
  return (
    <>
      {state === "refused" ? (
        <Notice tone="bad" title={t("refused")}>
          {say(refusedBecause ?? "")}
        </Notice>
      ) : null}
      {state === "failed" ? (
        <Notice tone="warn" title={t("failed")}>
          {say(refusedBecause ?? "")}
        </Notice>
      ) : null}
      {state === "active" && drift.notice ? (
        <Notice tone="warn" title={t("drift")}>
          {say(drift.notice)}
        </Notice>
      ) : null}
      {changedSince.length > 0 ? (
        <Notice tone="warn" title={t("changed")}>
          {t("changedBody", { parts: changedSince.map((part) => t(`parts.${part}`)).join(", ") })}
        </Notice>
      ) : null}
      {hasOtherRules ? (
        <Notice tone="warn" title={t("otherRules", { own: String(model.ruleSetVersion) })}>
          {t("otherRulesBody", { current: String(scoring?.ruleSetVersion ?? "") })}
        </Notice>
      ) : null}
      {scoring?.isScoring && (state === "active" || state === "shadow") ? (
        <Notice title={t("scoring")} role="status">
          {t("scoringBody")}
          <RefreshWhile everyMs={EVERY_MS} />
        </Notice>
      ) : null}
    </>
  );
}
