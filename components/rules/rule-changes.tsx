import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { RuleDifferences } from "@/lib/rules/diff-rules";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import type { ScoringKind } from "@/lib/scoring/types";

/** What differs between two rule sets, in words. */
export function RuleChanges({
  differences,
  kinds,
}: Readonly<{ differences: RuleDifferences; kinds: readonly ScoringKind[] }>) {
  const t = useTranslations("rules.draft");
  const reasons = useTranslations("reasons");
  const say = (rule: RuleDefinition) => sayText(describeRule(rule, kinds).sentence, reasons);
  const groups = [
    ...differences.addedGroups,
    ...differences.removedGroups,
    ...differences.changedGroups.map(([, to]) => to),
  ];
  const rows = [
    ...differences.changed.map(([was, rule]) => ({ tone: "accent", word: t("changed"), rule, was }) as const),
    ...differences.added.map((rule) => ({ tone: "good", word: t("added"), rule, was: undefined }) as const),
    ...differences.removed.map((rule) => ({ tone: "warn", word: t("removed"), rule, was: undefined }) as const),
  ];
  if (rows.length === 0 && groups.length === 0) return <p className="text-base text-muted">{t("same")}</p>;
  return (
    <div className="grid max-w-4xl gap-4">
      <ul className="grid gap-4">
        {rows.map(({ tone, word, rule, was }) => (
          <li key={`${word} ${rule.key}`} className="grid gap-1 border-t border-line pt-3">
            <h3 className="flex flex-wrap items-center gap-2 text-base font-semibold">
              {rule.label} <Tag tone={tone}>{word}</Tag>
            </h3>
            <p className="text-base text-ink">{say(rule)}</p>
            {was ? <p className="text-sm text-muted">{t("was", { sentence: say(was) })}</p> : null}
          </li>
        ))}
      </ul>
      {groups.length > 0 ? <p>{t("groups", { labels: groups.map(({ label }) => label).join(", ") })}</p> : null}
    </div>
  );
}
