"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { CopyField } from "@/components/forms/copy-field";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { CheckField } from "@/components/ui/check-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ApiScope } from "@/lib/auth/scopes";
import type { ServerAction } from "@/lib/http/action-state";

type ApiKeyFormProps = Readonly<{ action: ServerAction<Readonly<{ key: string }>>; scopes: readonly ApiScope[] }>;

const LIFETIMES = ["never", "30", "90", "365"] as const;

/** Makes a key, which is shown once. */
export function ApiKeyForm({ action, scopes }: ApiKeyFormProps) {
  const t = useTranslations("settings.apiKeys");
  const common = useTranslations("settings.members");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(action, null);
  const lifetime = typedValue(state, "expiresInDays", "");
  const scopeFault = fieldError(state, "scopes", errors);
  return (
    <form action={send} className="grid max-w-xl gap-4">
      <FormProblem state={state} fields={["name", "scopes"]} />
      {state?.ok ? (
        <div role="status">
          <CopyField
            label={t("key")}
            hint={t("keyHint")}
            value={state.result.key}
            copy={common("copy")}
            copied={common("copied")}
          />
        </div>
      ) : null}
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={typedValue(state, "name")}
        error={fieldError(state, "name", errors)}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t("scopes")}</legend>
        {scopes.map((scope) => (
          <CheckField
            key={scope}
            name="scopes"
            value={scope}
            label={t(`scopeNames.${scope}`)}
            defaultChecked={scope === "read"}
          />
        ))}
        {scopeFault ? <p className="text-sm font-medium text-critical">{scopeFault}</p> : null}
      </fieldset>
      <SelectField
        key={lifetime}
        label={t("expiresIn")}
        name="expiresInDays"
        defaultValue={lifetime}
        options={LIFETIMES.map((value) => ({
          value: value === "never" ? "" : value,
          label: t(`expiresOptions.${value}`),
        }))}
      />
      <div>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
