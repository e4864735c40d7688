"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { Notice } from "@/components/ui/notice";
import type { SelectOption } from "@/components/ui/select";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";

type KindFormProps = Readonly<{
  action: ServerAction<void>;
  kind: Readonly<{ key: string; label: string; category: string; valence: -1 | 0 | 1; halfLifeDays: number }>;
  categories: readonly SelectOption[];
}>;

/** What can be changed of a kind. */
export function KindForm({ action, kind, categories }: KindFormProps) {
  const t = useTranslations("settings.kinds");
  const common = useTranslations("settings");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(action, null);
  const category = typedValue(state, "category", kind.category);
  const valence = typedValue(state, "valence", String(kind.valence));
  const valences = (["-1", "0", "1"] as const).map((value) => ({ value, label: t(`valences.${value}`) }));
  return (
    <form action={send} className="grid max-w-md gap-4">
      <FormProblem state={state} fields={["label", "category", "valence", "halfLifeDays"]} />
      {state?.ok ? (
        <Notice tone="good" role="status">
          {t("saved")}
        </Notice>
      ) : null}
      <input type="hidden" name="key" value={kind.key} />
      <TextField
        label={t("label")}
        name="label"
        required
        maxLength={80}
        defaultValue={typedValue(state, "label", kind.label)}
        error={fieldError(state, "label", errors)}
      />
      <SelectField
        key={`category-${category}`}
        label={t("category")}
        name="category"
        options={categories}
        defaultValue={category}
        error={fieldError(state, "category", errors)}
      />
      <SelectField
        key={`valence-${valence}`}
        label={t("valence")}
        name="valence"
        options={valences}
        defaultValue={valence}
        error={fieldError(state, "valence", errors)}
      />
      <TextField
        label={t("halfLifeField")}
        hint={t("halfLifeHint")}
        name="halfLifeDays"
        type="number"
        step="any"
        min={0.1}
        max={3650}
        required
        defaultValue={typedValue(state, "halfLifeDays", String(kind.halfLifeDays))}
        error={fieldError(state, "halfLifeDays", errors)}
      />
      <div>
        <SubmitButton pending={common("saving")}>{common("save")}</SubmitButton>
      </div>
    </form>
  );
}
