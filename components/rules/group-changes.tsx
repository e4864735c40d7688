import { useTranslations } from "next-intl";
import type { RuleDifferences } from "@/lib/rules/diff-rules";

/** Which shared caps differ, in words. */
export function GroupChanges({ differences }: Readonly<{ differences: RuleDifferences }>) {
  const t = useTranslations("rules.groups");
  const { changedGroups, addedGroups, removedGroups } = differences;
  const rows = [
    ...changedGroups.map(([was, { key, label, capPoints }]) => {
      return { key, text: t("change", { label, from: was.capPoints, to: capPoints }) };
    }),
    ...addedGroups.map(({ key, label, capPoints }) => ({ key, text: t("addedGroup", { label, to: capPoints }) })),
    ...removedGroups.map(({ key, label, capPoints }) => ({ key, text: t("removedGroup", { label, from: capPoints }) })),
  ];
  return (
    <div className="grid gap-1 border-t border-line pt-3">
      <h3 className="text-base font-semibold">{t("title")}</h3>
      <ul className="grid gap-1 tabular-nums">
        {rows.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
