import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";

/** The groups in force, their caps and how many rules share them. */
export function GroupsList({ active }: Readonly<{ active: RuleSetDefinition }>) {
  const t = useTranslations("rules.groups");
  if (active.groups.length === 0) return <p className="text-base text-muted">{t("none")}</p>;
  return (
    <Table caption={t("title")} className="max-w-2xl">
      <thead>
        <tr>
          <Th>{t("label")}</Th>
          <Th align="end">{t("cap")}</Th>
          <Th align="end">{t("count")}</Th>
        </tr>
      </thead>
      <tbody>
        {active.groups.map(({ key, label, capPoints }) => (
          <tr key={key}>
            <Th scope="row">{label}</Th>
            <Td align="end">{capPoints}</Td>
            <Td align="end">{active.rules.filter((rule) => rule.group === key).length}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
