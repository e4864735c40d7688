"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { CheckField } from "@/components/ui/check-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { HeldActions } from "./held-actions";

type MendDialogProps = Readonly<{
  actions: HeldActions;
  reason: "unknown-customer" | "unknown-kind";
  /** The customer or kind that is not known. */
  value: string;
  rows: number;
  /** Which rows: one by its key, or all with the value. */
  fields: Readonly<Record<string, string>>;
}>;

/** Says who or what rows are about, and sends them on. */
export function MendDialog({ actions, reason, value, rows, fields }: MendDialogProps) {
  const t = useTranslations("held.mend");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(actions.release, null);
  const isCustomer = reason === "unknown-customer";
  return (
    <Dialog
      trigger={t("open")}
      triggerSize="sm"
      title={t(isCustomer ? "customerTitle" : "kindTitle", { value })}
      description={t("description", { count: rows })}
    >
      <form action={send} className="grid gap-4">
        <FormProblem state={state} fields={["toCustomer", "toKind"]} />
        {Object.entries(fields).map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        {isCustomer ? (
          <>
            <TextField
              label={t("customer")}
              hint={t("customerHint", { value })}
              name="toCustomer"
              maxLength={200}
              autoComplete="off"
              defaultValue={typedValue(state, "toCustomer")}
              error={fieldError(state, "toCustomer", errors)}
            />
            <CheckField name="createCustomer" value="on" label={t("createCustomer")} />
          </>
        ) : (
          <>
            <SelectField
              label={t("kind")}
              hint={t("kindHint", { value })}
              name="toKind"
              options={[
                { value: "", label: t("sameKind", { value }) },
                ...actions.kinds.map(({ key, label }) => ({ value: key, label })),
              ]}
            />
            <CheckField name="createKind" value="on" label={t("createKind")} />
          </>
        )}
        <div className="flex justify-end gap-2">
          <DialogClose>{t("cancel")}</DialogClose>
          <SubmitButton pending={t("releasing")}>{t("release", { count: rows })}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
