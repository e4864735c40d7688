"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, ServerAction } from "@/lib/http/action-state";
import type { PeopleFact } from "@/lib/schemas/people";

type FactDialogProps = Readonly<{
  externalId: string;
  fact: PeopleFact;
  /** What is changed; left out where something is added. */
  known?: Readonly<{ id: number; name: string }> | undefined;
  saveAction: ServerAction<void>;
  removeAction: ServerAction<void>;
  /** Names of the fields, beside which their faults are shown. */
  names: readonly string[];
  fields: (state: ActionState) => ReactNode;
}>;

/** A short form that adds, changes or removes something known of a customer's people. */
export function FactDialog(props: FactDialogProps) {
  const t = useTranslations("people.form");
  const { fact, known } = props;
  return (
    <Dialog
      trigger={known ? <ChangeLabel name={known.name} /> : t(`${fact}.add`)}
      triggerSize="sm"
      triggerVariant="quiet"
      title={t(`${fact}.title`)}
      description={t(`${fact}.description`)}
    >
      <FactForm {...props} />
    </Dialog>
  );
}

/** Every row has one: screen readers hear which. */
function ChangeLabel({ name }: Readonly<{ name: string }>) {
  const t = useTranslations("people.form");
  return (
    <>
      {t("change")}
      <span className="sr-only">{name}</span>
    </>
  );
}

function FactForm({ externalId, fact, known, saveAction, removeAction, names, fields }: FactDialogProps) {
  const t = useTranslations("people.form");
  const [saved, save] = useActionState(saveAction, null);
  const [removed, remove] = useActionState(removeAction, null);
  if (saved?.ok || removed?.ok) {
    return (
      <div className="grid gap-4">
        <Notice tone="good" role="status">
          {t(removed?.ok ? "removed" : "done")}
        </Notice>
        <div className="flex justify-end">
          <DialogClose takesFocus>{t("close")}</DialogClose>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <form action={save} id={`people-${fact}`} className="grid gap-4">
        <FormProblem state={saved} fields={names} />
        <input type="hidden" name="externalId" value={externalId} />
        <input type="hidden" name="id" value={known?.id ?? ""} />
        {fields(saved)}
        <div className="flex justify-end gap-2">
          <DialogClose>{t("cancel")}</DialogClose>
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </div>
      </form>
      {known ? (
        <form action={remove} aria-label={t("removeLabel", { what: known.name })} className="border-t border-line pt-4">
          <FormProblem state={removed} />
          <input type="hidden" name="externalId" value={externalId} />
          <input type="hidden" name="fact" value={fact} />
          <input type="hidden" name="id" value={known.id} />
          <SubmitButton variant="secondary" size="sm" pending={t("saving")}>
            {t("remove")}
          </SubmitButton>
        </form>
      ) : null}
    </div>
  );
}
