import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { RuleDifferences } from "@/lib/rules/diff-rules";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import type { ScoringKind } from "@/lib/scoring/types";
import { GroupChanges } from "./group-changes";

type RuleChangesProps = Readonly<{
  differences: RuleDifferences;
  kinds: readonly ScoringKind[];
  /** Where a rule that is there can be edited; left out where nothing can be. */
  editHref?: (key: string) => string;
}>;

/** What differs between two rule sets, in words. */
export function RuleChanges({ differences, kinds, editHref }: RuleChangesProps) {
  const t = useTranslations("rules.draft");
  const studio = useTranslations("rules");
  const reasons = useTranslations("reasons");
  const say = (rule: RuleDefinition) => sayText(describeRule(rule, kinds).sentence, reasons);
  const { changed, added, removed, changedGroups, addedGroups, removedGroups } = differences;
  const rows = [
    ...changed.map(([was, rule]) => ({ tone: "accent", word: t(changeOf(was, rule)), rule, was }) as const),
    ...added.map((rule) => ({ tone: "good", word: t("added"), rule, was: undefined }) as const),
    ...removed.map((rule) => ({ tone: "warn", word: t("removed"), rule, was: undefined }) as const),
  ];
  const groups = changedGroups.length + addedGroups.length + removedGroups.length;
  if (rows.length === 0 && groups === 0) return <p className="text-base text-muted">{t("same")}</p>;
  return (
    <div className="grid max-w-4xl gap-4">
      <ul className="grid gap-4">
        {rows.map(({ tone, word, rule, was }) => (
          <li key={`${tone} ${rule.key}`} className="grid gap-1 border-t border-line pt-3">
            <div className="flex flex-wrap items-baseline justify-between gap-3">
              <h3 className="flex flex-wrap items-center gap-2 text-base font-semibold">
                {rule.label} <Tag tone={tone}>{word}</Tag>
              </h3>
              {editHref && tone !== "warn" ? (
                <TextLink
                  href={editHref(rule.key)}
                  aria-label={studio("edit", { label: rule.label })}
                  className="text-sm"
                >
                  {studio("editShort")}
                </TextLink>
              ) : null}
            </div>
            <p className="text-base wrap-anywhere text-ink">{say(rule)}</p>
            {was && say(was) !== say(rule) ? (
              <p className="text-sm wrap-anywhere text-muted">{t("was", { sentence: say(was) })}</p>
            ) : null}
          </li>
        ))}
      </ul>
      {groups > 0 ? <GroupChanges differences={differences} /> : null}
    </div>
  );
}

function changeOf(was: RuleDefinition, rule: RuleDefinition): "changed" | "switchedOff" | "switchedOn" {
  const [wasOff, isOff] = [was.off === true, rule.off === true];
  if (wasOff === isOff) return "changed";
  return isOff ? "switchedOff" : "switchedOn";
}
