"use client";

import { useTranslations } from "next-intl";
import { useFields } from "@/components/forms/use-fields";
import type { SelectOption } from "@/components/ui/select";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { ActionState } from "@/lib/http/action-state";

type TouchpointFieldsProps = Readonly<{ state: ActionState<unknown>; kinds: readonly SelectOption[]; now: string }>;

/** What a touchpoint asks for: kind and time, a value where there is one, a note. */
export function TouchpointFields({ state, kinds, now }: TouchpointFieldsProps) {
  const t = useTranslations("entries");
  const field = useFields(state);
  const kind = field("kind", kinds[0]?.value).defaultValue;
  return (
    <>
      <SelectField key={kind} label={t("touchpoint.kind")} {...field("kind", kind)} required options={kinds} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("touchpoint.when")} {...field("occurredAt", now)} type="datetime-local" required />
        <TextField label={t("touchpoint.value")} {...field("value")} type="number" step="any" />
      </div>
      <TextAreaField label={t("touchpoint.note")} {...field("note")} maxLength={4000} dir="auto" />
    </>
  );
}
