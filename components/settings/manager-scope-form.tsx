"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { CheckField } from "@/components/ui/check-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ManagerScope } from "@/lib/auth/roles";
import type { ServerAction } from "@/lib/http/action-state";

type ManagerScopeFormProps = Readonly<{
  action: ServerAction<void>;
  managerScope: ManagerScope;
  scopes: readonly ManagerScope[];
}>;

/** What account managers see and change. */
export function ManagerScopeForm({ action, managerScope, scopes }: ManagerScopeFormProps) {
  const t = useTranslations("settings.members");
  const common = useTranslations("settings");
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="grid max-w-xl gap-4">
      <FormProblem state={state} />
      <fieldset className="grid gap-3">
        <legend className="sr-only">{t("scope")}</legend>
        {scopes.map((scope) => (
          <CheckField
            key={`${scope}-${managerScope}`}
            type="radio"
            name="managerScope"
            value={scope}
            label={t(`scopes.${scope}`)}
            defaultChecked={scope === managerScope}
          />
        ))}
      </fieldset>
      <div className="flex items-center gap-3">
        <SubmitButton variant="secondary">{common("save")}</SubmitButton>
        {state?.ok ? <p role="status">{common("saved")}</p> : null}
      </div>
    </form>
  );
}
