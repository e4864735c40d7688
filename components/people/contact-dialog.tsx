"use client";

import { useTranslations } from "next-intl";
import { useFields } from "@/components/forms/use-fields";
import { CheckField } from "@/components/ui/check-field";
import { TextField } from "@/components/ui/text-field";
import type { ActionState } from "@/lib/http/action-state";
import type { PeopleView } from "@/lib/people/people-view";
import { FactDialog } from "./fact-dialog";
import type { PeopleActions } from "./people-actions";

type ContactDialogProps = Readonly<{
  externalId: string;
  contact?: PeopleView["contacts"][number];
  actions: PeopleActions;
}>;

/** Adds or changes a person at a customer. */
export function ContactDialog({ externalId, contact, actions }: ContactDialogProps) {
  return (
    <FactDialog
      externalId={externalId}
      fact="contact"
      known={contact}
      saveAction={actions.saveContactAction}
      removeAction={actions.removePeopleFactAction}
      names={["name", "role", "email", "phone", "leftOn"]}
      fields={(state) => <ContactFields state={state} contact={contact} />}
    />
  );
}

type ContactFieldsProps = Readonly<{ state: ActionState; contact: PeopleView["contacts"][number] | undefined }>;

function ContactFields({ state, contact }: ContactFieldsProps) {
  const t = useTranslations("people.form.contact");
  const propsOf = useFields(state);
  const field = (name: "name" | "role" | "email" | "phone" | "leftOn") => ({
    ...propsOf(name, contact?.[name] ?? ""),
    label: t(name),
  });
  const decides = state && !state.ok ? state.values.decidesHere === "on" : contact?.decidesHere;
  return (
    <>
      <TextField {...field("name")} required maxLength={120} dir="auto" autoComplete="off" />
      <TextField {...field("role")} maxLength={120} dir="auto" autoComplete="off" />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field("email")} type="email" maxLength={254} autoComplete="off" />
        <TextField {...field("phone")} type="tel" maxLength={60} autoComplete="off" />
      </div>
      <CheckField name="decidesHere" label={t("decidesHere")} defaultChecked={decides ?? false} />
      {contact ? <TextField {...field("leftOn")} type="date" /> : null}
    </>
  );
}
