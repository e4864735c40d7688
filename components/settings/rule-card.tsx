import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { RuleHits } from "@/lib/rules/count-hits";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import type { ScoringKind } from "@/lib/scoring/types";

type RuleCardProps = Readonly<{
  rule: RuleDefinition;
  kinds: readonly ScoringKind[];
  group: RuleGroup | undefined;
  /** For how many customers it gives points now; undefined where that is not known. */
  hits: RuleHits | undefined;
  /** Where it can be changed; undefined for whoever may not. */
  editHref: string | undefined;
  /** What the draft does to it. */
  inDraft: "added" | "changed" | "removed" | undefined;
}>;

/** One rule in words: what it looks at, the points it gives, when not, and what it does when nothing is known. */
export function RuleCard({ rule, kinds, group, hits, editHref, inDraft }: RuleCardProps) {
  const reasons = useTranslations("reasons");
  const t = useTranslations("settings.rules");
  const studio = useTranslations("rules");
  const { label, capPoints, off } = rule;
  const { sentence, whenMissing } = describeRule(rule, kinds);
  const notes = [
    whenMissing && sayText(whenMissing, reasons),
    capPoints !== undefined && t("cap", { points: capPoints }),
    group && t("group", { points: group.capPoints, label: group.label }),
  ].filter((note) => typeof note === "string");
  return (
    <li className="grid min-w-0 content-start gap-1.5 border-t border-line pt-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="flex flex-wrap items-center gap-2 text-base font-semibold wrap-anywhere">
          {label} {off ? <Tag>{studio("list.off")}</Tag> : null}
          {inDraft ? <Tag tone="accent">{studio(`list.inDraft.${inDraft}`)}</Tag> : null}
        </h3>
        {editHref ? (
          <TextLink href={editHref} aria-label={studio("edit", { label })} className="text-sm">
            {studio("editShort")}
          </TextLink>
        ) : null}
      </div>
      <p className="text-base wrap-anywhere text-muted tabular-nums">{sayText(sentence, reasons)}</p>
      {hits && !off ? (
        <p className="text-sm text-ink tabular-nums">
          {studio("hits", { customers: hits.customers, points: hits.meanPoints })}
        </p>
      ) : null}
      {notes.length === 0 ? null : <p className="text-sm text-faint">{notes.join(" · ")}</p>}
    </li>
  );
}
