"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { SelectOption } from "@/components/ui/select";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/http/action-state";

type MergeKindFormProps = Readonly<{
  action: ServerAction<void>;
  kind: Readonly<{ key: string; label: string }>;
  /** The other kinds, by key. */
  others: readonly SelectOption[];
  /** Labels of the rules in force that name the kind. */
  rules: readonly string[];
}>;

/** Makes one kind of two, after saying what that does. */
export function MergeKindForm({ action, kind, others, rules }: MergeKindFormProps) {
  const t = useTranslations("settings.merges");
  const common = useTranslations("settings");
  const [state, send] = useActionState(action, null);
  const { label } = kind;
  return (
    <Dialog trigger={t("open")} title={t("title", { label })} description={t("body", { label })}>
      <form action={send} className="grid gap-4">
        <FormProblem state={state} />
        {state && !state.ok && state.code === "conflict" ? <Notice tone="bad">{state.message}</Notice> : null}
        <input type="hidden" name="from" value={kind.key} />
        <SelectField label={t("into")} name="into" options={others} required />
        <p className="text-base text-muted">
          {rules.length === 0
            ? t("noRules")
            : t("rules", { count: rules.length, labels: rules.slice(0, 5).join(", ") })}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>{common("cancel")}</DialogClose>
          <SubmitButton variant="danger" pending={t("pending")}>
            {t("submit")}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
