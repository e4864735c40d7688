"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/http/action-state";

type EntryDoneProps = Readonly<{ externalId: string; entryId: number; action: ServerAction<void> }>;

/** It is written down; one press takes it back. */
export function EntryDone({ externalId, entryId, action }: EntryDoneProps) {
  const t = useTranslations("entries");
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-4">
      <FormProblem state={state} />
      <Notice tone={state?.ok ? "info" : "good"} role="status">
        {state?.ok ? t("takenBack") : t("done")}
      </Notice>
      <input type="hidden" name="externalId" value={externalId} />
      <input type="hidden" name="entryId" value={entryId} />
      <div className="flex justify-end gap-2">
        {state?.ok ? null : (
          <SubmitButton variant="secondary" pending={t("saving")}>
            {t("undo")}
          </SubmitButton>
        )}
        <DialogClose key={String(state?.ok)} takesFocus>
          {t("close")}
        </DialogClose>
      </div>
    </form>
  );
}
