"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";

type PasswordFormProps = Readonly<{ action: ServerAction<void>; minLength: number }>;

/** Changes one's own password. */
export function PasswordForm({ action, minLength }: PasswordFormProps) {
  const t = useTranslations("settings.account");
  const common = useTranslations("settings");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(action, null);
  const fault = (path: string) => fieldError(state, path, errors);
  return (
    <form action={send} className="grid max-w-md gap-4">
      <FormProblem state={state} fields={["currentPassword", "newPassword"]} />
      {state?.ok ? (
        <Notice tone="good" role="status">
          {t("changed")}
        </Notice>
      ) : null}
      <TextField
        label={t("current")}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={fault("currentPassword") ? t("wrong") : undefined}
      />
      <TextField
        label={t("new")}
        hint={t("newHint", { min: minLength })}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        required
        minLength={minLength}
        error={fault("newPassword")}
      />
      <div>
        <SubmitButton variant="secondary" pending={common("saving")}>
          {t("change")}
        </SubmitButton>
      </div>
    </form>
  );
}
