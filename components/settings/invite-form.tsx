"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { CopyField } from "@/components/forms/copy-field";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/lib/auth/roles";
import type { ServerAction } from "@/lib/http/action-state";

type InviteFormProps = Readonly<{
  action: ServerAction<Readonly<{ email: string; link: string }>>;
  roles: readonly Role[];
}>;

/** Makes an invitation link, which is shown once. */
export function InviteForm({ action, roles }: InviteFormProps) {
  const t = useTranslations("settings.members");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(action, null);
  const role = typedValue(state, "role", "manager");
  return (
    <form action={send} className="grid max-w-xl gap-4">
      <FormProblem state={state} fields={["email", "role"]} />
      {state?.ok ? (
        <div role="status">
          <CopyField
            label={t("link", { email: state.result.email })}
            hint={t("linkHint")}
            value={state.result.link}
            copy={t("copy")}
            copied={t("copied")}
          />
        </div>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <TextField
          label={t("inviteTo")}
          name="email"
          type="email"
          required
          autoComplete="off"
          defaultValue={typedValue(state, "email")}
          error={fieldError(state, "email", errors)}
        />
        <SelectField
          key={role}
          label={t("inviteAs")}
          name="role"
          defaultValue={role}
          options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
      </div>
      <div>
        <SubmitButton>{t("inviteSubmit")}</SubmitButton>
      </div>
    </form>
  );
}
