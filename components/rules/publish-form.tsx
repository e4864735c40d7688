"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";

type PublishFormProps = Readonly<{
  action: ServerAction<void>;
  revision: number;
  /** Scores come from weights that were learned on the rules in force. */
  isLearned: boolean;
}>;

/** Asks why, and publishes the draft that was seen. */
export function PublishForm({ action, revision, isLearned }: PublishFormProps) {
  const t = useTranslations("rules.publish");
  const common = useTranslations("settings");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(action, null);
  return (
    <Dialog trigger={t("open")} triggerVariant="primary" title={t("title")} description={t("body")}>
      <form action={send} className="grid gap-4">
        <FormProblem state={state} fields={["note"]} />
        {state && !state.ok && state.code === "conflict" ? <Notice tone="bad">{state.message}</Notice> : null}
        <input type="hidden" name="revision" value={revision} />
        {isLearned ? <Notice tone="warn">{t("learned")}</Notice> : null}
        <TextField
          label={t("note")}
          name="note"
          required
          maxLength={500}
          defaultValue={typedValue(state, "note")}
          error={fieldError(state, "note", errors)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>{common("cancel")}</DialogClose>
          <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
