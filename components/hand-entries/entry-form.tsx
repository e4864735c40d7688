"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { DialogClose } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, ServerAction } from "@/lib/http/action-state";
import { EntryDone } from "./entry-done";

export type AddAction = ServerAction<{ entryId: number }>;

type EntryFormProps = Readonly<{
  externalId: string;
  action: AddAction;
  removeAction: ServerAction<void>;
  /** Names of the fields, beside which their faults are shown. */
  names: readonly string[];
  fields: (state: ActionState<{ entryId: number }>) => ReactNode;
}>;

/** A short form in a dialog: what was typed stays when it is refused; when it is written down, it can be taken back. */
export function EntryForm({ externalId, action, removeAction, names, fields }: EntryFormProps) {
  const t = useTranslations("entries");
  const [state, send] = useActionState(action, null);
  if (state?.ok) return <EntryDone externalId={externalId} entryId={state.result.entryId} action={removeAction} />;
  return (
    <form action={send} className="grid gap-4">
      <FormProblem state={state} fields={names} />
      <input type="hidden" name="externalId" value={externalId} />
      {fields(state)}
      <div className="flex justify-end gap-2">
        <DialogClose>{t("cancel")}</DialogClose>
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </form>
  );
}
