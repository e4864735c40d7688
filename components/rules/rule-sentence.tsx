"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import type { ScoringKind } from "@/lib/scoring/types";

type RuleSentenceProps = Readonly<{ rule: RuleDefinition; kinds: readonly ScoringKind[] }>;

/** The rule in words as it stands, said again when it changes. */
export function RuleSentence({ rule, kinds }: RuleSentenceProps) {
  const t = useTranslations("rules.editor");
  const reasons = useTranslations("reasons");
  const id = useId();
  const { sentence, whenMissing } = describeRule(rule, kinds);
  return (
    <section
      aria-labelledby={id}
      aria-live="polite"
      className="grid max-w-2xl content-start gap-1 rounded-md border border-line bg-raised p-4 xl:sticky xl:top-6 xl:order-2 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto"
    >
      <h2 id={id} className="text-sm font-medium text-muted">
        {rule.off ? t("sentenceOff") : t("sentence")}
      </h2>
      <p className="story text-lg wrap-anywhere text-ink">{sayText(sentence, reasons)}</p>
      {whenMissing ? <p className="text-sm text-muted">{sayText(whenMissing, reasons)}</p> : null}
    </section>
  );
}
