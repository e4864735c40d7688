"use client";

import { useTranslations } from "next-intl";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { ActionState } from "@/lib/http/action-state";

/** What a note asks for. */
export function NoteFields({ state }: Readonly<{ state: ActionState<unknown> }>) {
  const t = useTranslations("entries");
  const errors = useTranslations("errors");
  return (
    <TextAreaField
      label={t("note.text")}
      name="note"
      required
      rows={5}
      maxLength={4000}
      dir="auto"
      defaultValue={typedValue(state, "note")}
      error={fieldError(state, "note", errors)}
    />
  );
}
