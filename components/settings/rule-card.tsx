import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { RuleHits } from "@/lib/rules/count-hits";
import type { RuleDescription } from "@/lib/scoring/reasons/describe-rule";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { RuleGroup } from "@/lib/scoring/rule-definition";

type RuleCardProps = Readonly<{
  label: string;
  description: RuleDescription;
  capPoints: number | undefined;
  group: RuleGroup | undefined;
  /** For how many customers it gives points now; undefined where that is not known. */
  hits: RuleHits | undefined;
  /** Where it can be changed; undefined for whoever may not. */
  editHref: string | undefined;
}>;

/** One rule in words: what it looks at, the points it gives, when not, and what it does when nothing is known. */
export function RuleCard({ label, description, capPoints, group, hits, editHref }: RuleCardProps) {
  const reasons = useTranslations("reasons");
  const t = useTranslations("settings.rules");
  const studio = useTranslations("rules");
  const { sentence, whenMissing } = description;
  const notes = [
    whenMissing && sayText(whenMissing, reasons),
    capPoints !== undefined && t("cap", { points: capPoints }),
    group && t("group", { points: group.capPoints, label: group.label }),
  ].filter((note) => typeof note === "string");
  return (
    <li className="grid content-start gap-1.5 border-t border-line pt-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-base font-semibold">{label}</h3>
        {editHref ? (
          <TextLink href={editHref} aria-label={studio("edit", { label })} className="text-sm">
            {studio("editShort")}
          </TextLink>
        ) : null}
      </div>
      <p className="text-base text-muted tabular-nums">{sayText(sentence, reasons)}</p>
      {hits ? (
        <p className="text-sm text-ink tabular-nums">
          {studio("hits", { customers: hits.customers, points: hits.meanPoints })}
        </p>
      ) : null}
      {notes.length === 0 ? null : <p className="text-sm text-faint">{notes.join(" · ")}</p>}
    </li>
  );
}
