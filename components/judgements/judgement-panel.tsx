import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { ScoreView } from "@/lib/customers/customer-view";
import type { ServerAction } from "@/lib/http/action-state";
import type { JudgementView } from "@/lib/judgements/judgement-view";
import { EarlierJudgements } from "./earlier-judgements";
import { Said } from "./said";
import { StandingEntry } from "./standing-entry";

type JudgementPanelProps = Readonly<{
  externalId: string;
  score: Pick<ScoreView, "band" | "probability">;
  judgements: readonly JudgementView[];
  /** Absent where nothing can be changed: the past. */
  withdrawAction?: ServerAction<void> | undefined;
  timeZone: string;
}>;

/** What people think of the risk beside what the model says, and what they thought before; nothing where nobody judged. */
export function JudgementPanel({ score, judgements, timeZone, ...rest }: JudgementPanelProps) {
  const t = useTranslations("judgements.panel");
  if (judgements.length === 0) return null;
  const standing = judgements.filter(({ state }) => state === "standing");
  const override = standing.find(({ type }) => type === "override");
  const earlier = judgements.filter(({ state }) => state !== "standing");
  return (
    <Section title={t("title")} description={howTheyStand()}>
      {standing.length > 0 ? (
        <ul className="grid max-w-4xl border-t border-line">
          {override ? (
            <li className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
              <Said said={score} />
              <p className="text-muted">
                {t("model")} <span className="text-faint">({t("computed")})</span>
              </p>
            </li>
          ) : null}
          {standing.map((judgement) => (
            <StandingEntry key={judgement.id} judgement={judgement} timeZone={timeZone} {...rest} />
          ))}
        </ul>
      ) : null}
      <EarlierJudgements judgements={earlier} timeZone={timeZone} />
    </Section>
  );

  function howTheyStand(): string {
    if (!override?.said) return t(standing.length > 0 ? "commented" : "ended");
    return t(override.said.band === score.band ? "agrees" : "differs");
  }
}
