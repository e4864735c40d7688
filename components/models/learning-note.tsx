import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import type { ScoringState } from "@/lib/models/read-scoring-state";

/** What the risks on this page rest on, in a few words, with the way to the model. */
export function LearningNote({ scoring }: Readonly<{ scoring: ScoringState | null }>) {
  const t = useTranslations("models.note");
  if (!scoring) return null;
  const { learning, modelVersion, ruleSetVersion } = scoring;
  const href = learning.state === "learned" ? `/settings/models/${modelVersion}` : "/settings/models";
  return (
    <p className="no-print text-sm text-muted">
      {t.rich(learning.state, {
        model: String(modelVersion),
        rules: String(ruleSetVersion),
        breakUps: learning.breakUps,
        needed: learning.needed,
        a: (chunks: ReactNode) => <TextLink href={href}>{chunks}</TextLink>,
      })}
    </p>
  );
}
