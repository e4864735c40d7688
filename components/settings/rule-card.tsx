import { useTranslations } from "next-intl";
import type { RuleDescription } from "@/lib/scoring/reasons/describe-rule";
import type { RuleGroup } from "@/lib/scoring/rule-definition";
import type { ReasonText } from "@/lib/scoring/types";

type RuleCardProps = Readonly<{
  label: string;
  description: RuleDescription;
  capPoints: number | undefined;
  group: RuleGroup | undefined;
}>;

/** One rule in words: what it looks at, the points it gives, and what it does when nothing is known. */
export function RuleCard({ label, description, capPoints, group }: RuleCardProps) {
  const reasons = useTranslations("reasons");
  const t = useTranslations("settings.rules");
  const words = (text: ReasonText) => reasons(text.id, text.values);
  return (
    <li className="grid content-start gap-1.5 border-t border-line pt-3">
      <h3 className="text-base font-semibold">{label}</h3>
      <p className="text-base text-muted">{words(description.signal)}</p>
      <ul className="grid gap-0.5 text-base tabular-nums">
        {description.effects.map((effect, index) => (
          <li key={index}>{words(effect)}</li>
        ))}
      </ul>
      <p className="text-sm text-faint">
        {words(description.whenMissing)}
        {capPoints === undefined ? null : ` · ${t("cap", { points: capPoints })}`}
        {group ? ` · ${t("group", { points: group.capPoints, label: group.label })}` : null}
      </p>
    </li>
  );
}
