"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { HookMapping } from "@/lib/schemas/hook";

type HookKindsProps = Readonly<{
  pairs: HookMapping["kinds"];
  catalogue: readonly Readonly<{ value: string; label: string }>[];
  onChange: (pairs: HookMapping["kinds"]) => void;
}>;

/** What the tool calls a kind, and the kind of the catalogue that it means. */
export function HookKinds({ pairs, catalogue, onChange }: HookKindsProps) {
  const t = useTranslations("hooks.form");
  const change = (place: number, part: Partial<HookMapping["kinds"][number]>) =>
    onChange(pairs.map((pair, index) => (index === place ? { ...pair, ...part } : pair)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-medium">{t("kinds")}</legend>
      {pairs.map((pair, index) => (
        <div key={index} className="grid gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
          <TextField
            label={t("kindSaid", { number: index + 1 })}
            maxLength={200}
            value={pair.said}
            onChange={(event) => change(index, { said: event.target.value })}
          />
          <SelectField
            label={t("kindMeant", { number: index + 1 })}
            options={[{ value: "", label: t("choose") }, ...catalogue]}
            value={pair.kind}
            onChange={(event) => change(index, { kind: event.target.value })}
          />
          <Button onClick={() => onChange(pairs.filter((_, place) => place !== index))}>
            {t("kindRemove", { number: index + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...pairs, { said: "", kind: "" }])}>{t("kindAdd")}</Button>
      </div>
    </fieldset>
  );
}
