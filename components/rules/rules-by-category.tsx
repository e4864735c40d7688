import { useTranslations } from "next-intl";
import { RuleCard } from "@/components/settings/rule-card";
import { Section } from "@/components/ui/section";
import { CATEGORIES } from "@/lib/kinds/categories";
import type { HitCounts } from "@/lib/rules/count-hits";
import type { RuleDifferences } from "@/lib/rules/diff-rules";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";
import type { ScoringKind } from "@/lib/scoring/types";

type RulesByCategoryProps = Readonly<{
  active: RuleSetDefinition;
  kinds: readonly ScoringKind[];
  /** Left out where it is not about customers of today. */
  counted?: HitCounts;
  /** What the draft changes; undefined without one, and for those who do not work on it. */
  inDraft?: RuleDifferences | undefined;
  mayChange?: boolean;
}>;

const NOBODY = { customers: 0, meanPoints: 0 };

/** The rules of a version, and what is new in the draft, by category. */
export function RulesByCategory({ active, kinds, counted, inDraft, mayChange = false }: RulesByCategoryProps) {
  const words = useTranslations("kinds");
  const groupByKey = new Map(active.groups.map((group) => [group.key, group]));
  const added = inDraft?.added ?? [];
  const isNew = new Set(added.map(({ key }) => key));
  const changes = new Map([
    ...added.map(({ key }) => [key, "added"] as const),
    ...(inDraft?.changed ?? []).map(([{ key }]) => [key, "changed"] as const),
    ...(inDraft?.removed ?? []).map(({ key }) => [key, "removed"] as const),
  ]);
  return CATEGORIES.map((category) => {
    const ofCategory = [...active.rules, ...added].filter((rule) => rule.category === category);
    if (ofCategory.length === 0) return null;
    return (
      <Section key={category} title={words(`categories.${category}`)}>
        <ul className="grid max-w-4xl gap-x-10 gap-y-5 md:grid-cols-2">
          {ofCategory.map((rule) => {
            const isEditable = mayChange && changes.get(rule.key) !== "removed";
            return (
              <RuleCard
                key={rule.key}
                {...{ rule, kinds }}
                group={rule.group === undefined ? undefined : groupByKey.get(rule.group)}
                hits={
                  counted && counted.customers > 0 && !isNew.has(rule.key)
                    ? (counted.hits.get(rule.key) ?? NOBODY)
                    : undefined
                }
                editHref={isEditable ? `/settings/rules/edit/${encodeURIComponent(rule.key)}` : undefined}
                inDraft={changes.get(rule.key)}
              />
            );
          })}
        </ul>
      </Section>
    );
  });
}
