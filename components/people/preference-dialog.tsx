"use client";

import { useTranslations } from "next-intl";
import { useFields } from "@/components/forms/use-fields";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { ActionState } from "@/lib/http/action-state";
import { FactDialog } from "./fact-dialog";
import type { PeopleActions } from "./people-actions";

type PreferenceDialogProps = Readonly<{
  externalId: string;
  preference?: Readonly<{ id: number; text: string }>;
  actions: PeopleActions;
}>;

/** Adds or changes how a customer likes things to be. */
export function PreferenceDialog({ externalId, preference, actions }: PreferenceDialogProps) {
  return (
    <FactDialog
      externalId={externalId}
      fact="preference"
      known={preference && { id: preference.id, name: preference.text }}
      saveAction={actions.savePreferenceAction}
      removeAction={actions.removePeopleFactAction}
      names={["text"]}
      fields={(state) => <PreferenceField state={state} text={preference?.text ?? ""} />}
    />
  );
}

function PreferenceField({ state, text }: Readonly<{ state: ActionState; text: string }>) {
  const t = useTranslations("people.form.preference");
  const field = useFields(state);
  return <TextAreaField label={t("text")} {...field("text", text)} required rows={2} maxLength={300} dir="auto" />;
}
