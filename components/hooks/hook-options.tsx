"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { HookKinds } from "./hook-kinds";
import type { HookState } from "./sample-leaves";

type HookOptionsProps = Readonly<{
  state: HookState;
  kinds: readonly Readonly<{ key: string; label: string }>[];
  dateFormats: readonly string[];
  organisationZone: string;
  onChange: (change: Partial<HookState>) => void;
}>;

/** How dates are read, what kinds the tool's words mean, and what is done with what is not known. */
export function HookOptions({ state, kinds, dateFormats, organisationZone, onChange }: HookOptionsProps) {
  const t = useTranslations("hooks.form");
  const options = useTranslations("imports.options");
  const select = (name: "dateFormat" | "timeZone" | "constantKind" | "unknownCustomer" | "unknownKind") => ({
    value: state[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  const catalogue = kinds.map(({ key, label }) => ({ value: key, label }));
  const policies = (["hold", "create", "reject"] as const).map((value) => ({ value, label: options(value) }));
  const hasKind = Object.values(state.fields).includes("kind");
  return (
    <div className="grid gap-4">
      {hasKind ? (
        <HookKinds pairs={state.kinds} catalogue={catalogue} onChange={(pairs) => onChange({ kinds: pairs })} />
      ) : (
        <div className="max-w-md">
          <SelectField
            label={t("constantKind")}
            options={[{ value: "", label: t("choose") }, ...catalogue]}
            {...select("constantKind")}
          />
        </div>
      )}
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <SelectField
          label={options("dateFormat")}
          hint={t("dateHint")}
          options={[{ value: "", label: t("dateIso") }, ...dateFormats.map((value) => ({ value, label: value }))]}
          {...select("dateFormat")}
        />
        <TextField
          label={options("timeZone")}
          hint={options("timeZoneHint", { zone: organisationZone })}
          placeholder={organisationZone}
          maxLength={64}
          autoComplete="off"
          {...select("timeZone")}
        />
        <SelectField label={options("unknownCustomer")} options={policies} {...select("unknownCustomer")} />
        <SelectField label={options("unknownKind")} options={policies} {...select("unknownKind")} />
      </div>
    </div>
  );
}
