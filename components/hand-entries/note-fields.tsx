"use client";

import { useTranslations } from "next-intl";
import { useFields } from "@/components/forms/use-fields";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { ActionState } from "@/lib/http/action-state";

/** What a note asks for. */
export function NoteFields({ state }: Readonly<{ state: ActionState<unknown> }>) {
  const t = useTranslations("entries");
  const field = useFields(state);
  return <TextAreaField label={t("note.text")} {...field("note")} required rows={5} maxLength={4000} dir="auto" />;
}
