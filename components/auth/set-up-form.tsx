"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";

type SetUpFormProps = Readonly<{ action: ServerAction<never>; token: string; passwordMinLength: number }>;

const FIELDS = ["token", "organisationName", "name", "email", "password"];

/** The first organisation and its first admin. The token comes with the address when the log's link was followed. */
export function SetUpForm({ action, token, passwordMinLength }: SetUpFormProps) {
  const t = useTranslations("auth.setup");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(action, null);
  const field = (name: string) => ({
    name,
    label: t(name),
    required: true,
    error: fieldError(state, name, errors),
    defaultValue: typedValue(state, name),
  });
  return (
    <form action={send} className="grid gap-4">
      <FormProblem state={state} fields={FIELDS} />
      <TextField {...field("token")} hint={t("tokenHint")} defaultValue={token} autoComplete="off" spellCheck={false} />
      <TextField {...field("organisationName")} autoComplete="organization" maxLength={120} />
      <TextField {...field("name")} autoComplete="name" maxLength={120} />
      <TextField {...field("email")} type="email" autoComplete="username" />
      <TextField
        {...field("password")}
        type="password"
        autoComplete="new-password"
        minLength={passwordMinLength}
        hint={t("passwordHint", { min: passwordMinLength })}
      />
      <div>
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
