"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/http/action-state";

type ConfirmFormProps = Readonly<{
  action: ServerAction<void>;
  fields: Readonly<Record<string, string>>;
  trigger: string;
  title: string;
  body: string;
  /** "primary" for what can be undone. */
  variant?: "danger" | "primary";
}>;

/** A button that asks once more before it does what touches everyone or cannot be undone. */
export function ConfirmForm({ action, fields, trigger, title, body, variant = "danger" }: ConfirmFormProps) {
  const t = useTranslations("settings");
  const [state, send] = useActionState(action, null);
  return (
    <Dialog trigger={trigger} triggerSize="sm" title={title} description={body}>
      <form action={send} className="grid gap-4">
        <FormProblem state={state} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex justify-end gap-2">
          <DialogClose>{t("cancel")}</DialogClose>
          <SubmitButton variant={variant} pending={t("saving")}>
            {trigger}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
