"use client";

import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/http/action-state";

type RowFormProps = Readonly<{
  action: ServerAction<void>;
  fields: Readonly<Record<string, string>>;
  /** What the form is called for screen readers, since every row has one. */
  label: string;
  submit: string;
}>;

/** One button for one row. */
export function RowForm({ action, fields, label, submit }: RowFormProps) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} aria-label={label} className="grid justify-items-start gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" size="sm">
        {submit}
      </SubmitButton>
      <FormProblem state={state} />
    </form>
  );
}
