"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { describedBy, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select-field";
import { DatePreviews } from "./date-previews";
import type { StepProps } from "./step-props";

/** How dates and numbers are read, with the file's own dates as they come out. */
export function StepDates({ state, choices, preview, onChange }: StepProps) {
  const t = useTranslations("imports.options");
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid max-w-3xl grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2">
        <SelectField
          label={t("dateFormat")}
          hint={t("dateFormatHint")}
          value={state.dateFormat}
          options={[
            { value: "", label: t("dateFormatAuto") },
            ...choices.dateFormats.map((value) => ({ value, label: value })),
          ]}
          onChange={(event) => onChange({ dateFormat: event.target.value })}
        />
        <ZoneField state={state} choices={choices} onChange={onChange} />
        <SelectField
          label={t("numberFormat")}
          value={state.numberFormat}
          options={[
            { value: "", label: t("numberFormatAuto") },
            { value: "point", label: t("numberFormats.point") },
            { value: "comma", label: t("numberFormats.comma") },
          ]}
          onChange={(event) => onChange({ numberFormat: event.target.value })}
        />
      </div>
      <DatePreviews preview={preview} onOrder={(dateFormat) => onChange({ dateFormat })} />
    </div>
  );
}

function ZoneField({ state, choices, onChange }: Pick<StepProps, "state" | "choices" | "onChange">) {
  const t = useTranslations("imports.options");
  const id = useId();
  const hint = t("timeZoneHint", { zone: choices.organisationZone });
  return (
    <Field id={id} label={t("timeZone")} hint={hint}>
      <Input
        id={id}
        list={`${id}-zones`}
        placeholder={choices.organisationZone}
        maxLength={64}
        autoComplete="off"
        aria-describedby={describedBy(id, { hint })}
        value={state.timeZone}
        onChange={(event) => onChange({ timeZone: event.target.value })}
      />
      <datalist id={`${id}-zones`}>
        {choices.timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </Field>
  );
}
