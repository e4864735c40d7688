import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { ListedVersion } from "@/lib/rules/list-versions";

type CompareFormProps = Readonly<{ version: number; against: number; versions: readonly ListedVersion[] }>;

/** Chooses the version that this one is held against; works without JavaScript. */
export function CompareForm({ version, against, versions }: CompareFormProps) {
  const t = useTranslations("rules.versions");
  const options = versions
    .filter((one) => one.version !== version)
    .map((one) => ({
      value: String(one.version),
      label: t("option", { version: String(one.version), note: one.note.slice(0, 60), isInForce: String(one.inForce) }),
    }));
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <div className="w-80 max-w-full">
        <SelectField label={t("with")} name="with" options={options} defaultValue={String(against)} key={against} />
      </div>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
