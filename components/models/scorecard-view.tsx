import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { formatPoints } from "@/lib/format/format-points";
import { localeOf } from "@/lib/format/locale-of";
import type { Scorecard } from "@/lib/models/scorecard";
import { LearnedTerms } from "./learned-terms";
import { RuleWeights } from "./rule-weights";

type ScorecardViewProps = Readonly<{ scorecard: Scorecard; isLearned: boolean }>;

/** How a model reckons, to be checked by hand: the start, the rules, and what it learned by itself. */
export function ScorecardView({ scorecard, isLearned }: ScorecardViewProps) {
  const t = useTranslations("models.scorecard");
  const locale = localeOf(useLocale());
  const { interceptPoints, seasonPoints, rules, terms } = scorecard;
  const start = [
    { label: t("start"), value: formatPoints(interceptPoints + seasonPoints, locale) },
    ...(seasonPoints === 0 ? [] : [{ label: t("season"), value: formatPoints(seasonPoints, locale) }]),
  ];
  return (
    <Section title={t("title")} description={t("description")}>
      <Facts items={start} />
      <div className="grid grid-cols-1 gap-10">
        <RuleWeights rules={rules} />
        <LearnedTerms terms={terms} isLearned={isLearned} />
      </div>
    </Section>
  );
}
