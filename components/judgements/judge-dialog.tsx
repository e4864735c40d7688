"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { SelectOption } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/http/action-state";
import { JudgeFields } from "./judge-fields";

export type JudgeAction = ServerAction<{ judgementId: number }>;

type JudgeDialogProps = Readonly<{
  externalId: string;
  /** Bands and what else can be said; the first is what is chosen. */
  choices: readonly SelectOption[];
  /** ISO days between which it may end, and the one that is offered. */
  ends: Readonly<{ first: string; offered: string; last: string }>;
  action: JudgeAction;
}>;

/** Asks for what a person thinks of the risk. */
export function JudgeDialog(props: JudgeDialogProps) {
  const t = useTranslations("judgements.judge");
  return (
    <div className="no-print">
      <Dialog trigger={t("trigger")} title={t("title")} description={t("description")}>
        <JudgeForm {...props} />
      </Dialog>
    </div>
  );
}

function JudgeForm({ externalId, choices, ends, action }: JudgeDialogProps) {
  const t = useTranslations("judgements.judge");
  const [state, send] = useActionState(action, null);
  if (state?.ok) {
    return (
      <div className="grid gap-4">
        <Notice tone="good" role="status">
          {t("done")}
        </Notice>
        <div className="flex justify-end">
          <DialogClose takesFocus>{t("close")}</DialogClose>
        </div>
      </div>
    );
  }
  return (
    <form action={send} className="grid gap-4">
      <FormProblem state={state} fields={["says", "risk", "reason", "expiresOn"]} />
      <input type="hidden" name="externalId" value={externalId} />
      <JudgeFields state={state} choices={choices} ends={ends} />
      <div className="flex justify-end gap-2">
        <DialogClose>{t("cancel")}</DialogClose>
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </form>
  );
}
