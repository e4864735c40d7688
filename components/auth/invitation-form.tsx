"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";

type InvitationFormProps = Readonly<{
  action: ServerAction<never>;
  token: string;
  email: string;
  hasAccount: boolean;
  passwordMinLength: number;
}>;

/** A new person chooses name and password; someone with an account proves it by its password. */
export function InvitationForm({ action, token, email, hasAccount, passwordMinLength }: InvitationFormProps) {
  const t = useTranslations("auth.invitation");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-4">
      <FormProblem state={state} fields={["name", "password"]} />
      <input type="hidden" name="token" value={token} />
      {/* Tells password managers whose password this is; not sent. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {hasAccount ? (
        <p className="text-base text-muted">{t("hasAccount")}</p>
      ) : (
        <TextField
          label={t("name")}
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          defaultValue={typedValue(state, "name")}
          error={fieldError(state, "name", errors)}
        />
      )}
      <TextField
        label={hasAccount ? t("password") : t("newPassword")}
        name="password"
        type="password"
        autoComplete={hasAccount ? "current-password" : "new-password"}
        required
        minLength={hasAccount ? undefined : passwordMinLength}
        hint={hasAccount ? undefined : t("passwordHint", { min: passwordMinLength })}
        error={fieldError(state, "password", errors)}
      />
      <div>
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
