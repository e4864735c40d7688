"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Role } from "@/lib/auth/roles";
import type { ServerAction } from "@/lib/http/action-state";

type RoleFormProps = Readonly<{
  action: ServerAction<void>;
  memberId: number;
  name: string;
  role: Role;
  roles: readonly Role[];
}>;

/** The role of one member, to be changed in place. */
export function RoleForm({ action, memberId, name, role, roles }: RoleFormProps) {
  const t = useTranslations("settings.members");
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} aria-label={t("changeRoleOf", { name })} className="grid min-w-56 gap-2">
      <div className="flex gap-2">
        <input type="hidden" name="memberId" value={memberId} />
        <Select
          key={role}
          name="role"
          aria-label={t("roleOf", { name })}
          defaultValue={role}
          options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
        <SubmitButton variant="secondary">{t("changeRole")}</SubmitButton>
      </div>
      <FormProblem state={state} />
      {state?.ok ? (
        <p role="status" className="text-sm text-muted">
          {t("done")}
        </p>
      ) : null}
    </form>
  );
}
