"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import { HOOK_FIELDS, type HookState, type SampleLeaf } from "./sample-leaves";

type HookFieldsProps = Readonly<{
  leaves: readonly SampleLeaf[];
  fields: HookState["fields"];
  onChange: (change: Partial<HookState>) => void;
}>;

/** The values of the sample, each with the field that it becomes. */
export function HookFields({ leaves, fields, onChange }: HookFieldsProps) {
  const t = useTranslations("hooks.form");
  const names = useTranslations("imports.fields");
  const choose = (path: string, field: string) => {
    // A field comes from one place: another that had it loses it.
    const others = Object.entries(fields).filter(([other, taken]) => other !== path && taken !== field);
    onChange({ fields: Object.fromEntries([...others, [path, field]]) });
  };
  return (
    <Table caption={t("fields")}>
      <thead>
        <tr>
          <Th>{t("place")}</Th>
          <Th>{t("says")}</Th>
          <Th>{t("becomes")}</Th>
        </tr>
      </thead>
      <tbody>
        {leaves.map(({ path, text }) => (
          <tr key={path}>
            <Th scope="row" className="max-w-64 font-mono text-sm break-all">
              {path}
            </Th>
            <Td className="max-w-72 break-words text-muted">{text}</Td>
            <Td>
              <Select
                aria-label={t("becomesOf", { path })}
                value={fields[path] ?? ""}
                options={[
                  { value: "", label: t("ignore") },
                  ...HOOK_FIELDS.map((value) => ({ value, label: names(value) })),
                  { value: detailOf(path), label: t("detail", { name: detailOf(path).slice("details.".length) }) },
                ]}
                onChange={(event) => choose(path, event.target.value)}
              />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function detailOf(path: string): string {
  return `details.${path.slice(-100)}`;
}
