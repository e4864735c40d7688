"use client";

import { useTranslations } from "next-intl";
import { fieldError, typedValue } from "@/components/forms/field-error";
import type { SelectOption } from "@/components/ui/select";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { ActionState } from "@/lib/http/action-state";

type TouchpointFieldsProps = Readonly<{ state: ActionState<unknown>; kinds: readonly SelectOption[]; now: string }>;

/** What a touchpoint asks for: kind and time, a value where there is one, a note. */
export function TouchpointFields({ state, kinds, now }: TouchpointFieldsProps) {
  const t = useTranslations("entries");
  const errors = useTranslations("errors");
  const kind = typedValue(state, "kind", kinds[0]?.value);
  return (
    <>
      <SelectField
        key={kind}
        label={t("touchpoint.kind")}
        name="kind"
        required
        options={kinds}
        defaultValue={kind}
        error={fieldError(state, "kind", errors)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("touchpoint.when")}
          name="occurredAt"
          type="datetime-local"
          required
          defaultValue={typedValue(state, "occurredAt", now)}
          error={fieldError(state, "occurredAt", errors)}
        />
        <TextField
          label={t("touchpoint.value")}
          name="value"
          type="number"
          step="any"
          defaultValue={typedValue(state, "value")}
          error={fieldError(state, "value", errors)}
        />
      </div>
      <TextAreaField
        label={t("touchpoint.note")}
        name="note"
        maxLength={4000}
        dir="auto"
        defaultValue={typedValue(state, "note")}
        error={fieldError(state, "note", errors)}
      />
    </>
  );
}
