"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ImportType } from "@/lib/imports/import-types";
import type { MappingState } from "./mapping-state";

type ReadingOptionsProps = Readonly<{
  type: ImportType;
  state: MappingState;
  dateFormats: readonly string[];
  organisationZone: string;
  onChange: (change: Partial<MappingState>) => void;
}>;

/** How dates and numbers are read, and what is done with rows that do not fit. */
export function ReadingOptions({ type, state, dateFormats, organisationZone, onChange }: ReadingOptionsProps) {
  const t = useTranslations("imports.options");
  const policies = (["create", "reject"] as const).map((value) => ({ value, label: t(value) }));
  const select = (name: keyof MappingState) => ({
    value: String(state[name]),
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div className="grid max-w-4xl gap-x-6 gap-y-4 sm:grid-cols-2">
      <SelectField
        label={t("dateFormat")}
        hint={t("dateFormatHint")}
        options={[{ value: "", label: t("dateFormatAuto") }, ...dateFormats.map((value) => ({ value, label: value }))]}
        {...select("dateFormat")}
      />
      <TextField
        label={t("timeZone")}
        hint={t("timeZoneHint", { zone: organisationZone })}
        placeholder={organisationZone}
        maxLength={64}
        autoComplete="off"
        {...select("timeZone")}
      />
      <SelectField
        label={t("numberFormat")}
        options={[
          { value: "", label: t("numberFormatAuto") },
          { value: "point", label: t("numberFormats.point") },
          { value: "comma", label: t("numberFormats.comma") },
        ]}
        {...select("numberFormat")}
      />
      <SelectField
        label={t("onError")}
        options={(["skip", "abort"] as const).map((value) => ({ value, label: t(value) }))}
        {...select("onError")}
      />
      {type === "customers" ? null : (
        <SelectField label={t("unknownCustomer")} options={policies} {...select("unknownCustomer")} />
      )}
      {type === "touchpoints" ? (
        <SelectField label={t("unknownKind")} options={policies} {...select("unknownKind")} />
      ) : null}
    </div>
  );
}
