"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { typedValue } from "@/components/forms/field-error";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActionState, ServerAction } from "@/lib/http/action-state";
import { FormProblem } from "../forms/form-problem";

/** E-mail address and password. Works without JavaScript as well. */
export function SignInForm({ action }: Readonly<{ action: ServerAction<never> }>) {
  const t = useTranslations("auth.signIn");
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-4">
      <SignInProblem state={state} />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typedValue(state, "email")}
      />
      <TextField label={t("password")} name="password" type="password" autoComplete="current-password" required />
      <div>
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}

function SignInProblem({ state }: Readonly<{ state: ActionState<never> }>) {
  const t = useTranslations("auth.signIn");
  if (!state || state.ok) return null;
  const own = {
    unauthenticated: "wrong",
    unprocessable: "wrong",
    forbidden: "noOrganisation",
    "rate-limited": "tooMany",
  };
  const key = Object.hasOwn(own, state.code) ? own[state.code as keyof typeof own] : undefined;
  if (!key) return <FormProblem state={state} />;
  return (
    <Notice tone="bad" role="alert">
      {t(key)}
    </Notice>
  );
}
