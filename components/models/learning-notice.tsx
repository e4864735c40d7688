import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { LearningState } from "@/lib/models/describe-learning";

type LearningNoticeProps = Readonly<{
  learning: LearningState;
  activeVersion: number | null;
  mayTrain: boolean;
}>;

/** What the scores rest on, and the one next step. */
export function LearningNotice({ learning, activeVersion, mayTrain }: LearningNoticeProps) {
  const t = useTranslations("models.learning");
  const { state, breakUps, needed } = learning;
  return (
    <Notice tone={state === "learned" ? "good" : "info"} title={t(`${state}.title`, { breakUps, needed })}>
      <p>
        {t(`${state}.body`, { breakUps, needed })}{" "}
        {state === "learning" ? <TextLink href="/settings/general">{t("toSettings")}</TextLink> : null}
        {state === "learned" && activeVersion !== null ? (
          <TextLink href={`/settings/models/${activeVersion}`}>{t("toActive")}</TextLink>
        ) : null}
        {state === "rules only" && !mayTrain ? t("askAdmin") : null}
      </p>
    </Notice>
  );
}
