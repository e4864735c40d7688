"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DemoAccount } from "@/lib/demo/demo-accounts";
import type { ServerAction } from "@/lib/http/action-state";
import { FormProblem } from "../forms/form-problem";

type DemoAccountsProps = Readonly<{
  action: ServerAction<never>;
  accounts: readonly DemoAccount[];
  password: string;
}>;

/** The people of the demo, each one press away. */
export function DemoAccounts({ action, accounts, password }: DemoAccountsProps) {
  const t = useTranslations("auth.demo");
  const [state, send] = useActionState(action, null);
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t("title")}</h2>
        <p className="text-base text-muted">{t("body")}</p>
      </div>
      <FormProblem state={state} />
      <ul className="grid gap-2">
        {accounts.map((account) => (
          <li key={account.email}>
            <form
              action={send}
              className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[15rem_1fr] [&_button]:w-full"
            >
              <input type="hidden" name="email" value={account.email} />
              <input type="hidden" name="password" value={password} />
              <SubmitButton variant="secondary">{t("signInAs", { name: account.name })}</SubmitButton>
              <span className="text-sm text-muted">{t(account.role)}</span>
            </form>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t("password", { password })}</p>
    </Card>
  );
}
