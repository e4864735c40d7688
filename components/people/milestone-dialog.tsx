"use client";

import { useTranslations } from "next-intl";
import { useFields } from "@/components/forms/use-fields";
import { CheckField } from "@/components/ui/check-field";
import { TextField } from "@/components/ui/text-field";
import type { ActionState } from "@/lib/http/action-state";
import type { PeopleView } from "@/lib/people/people-view";
import { FactDialog } from "./fact-dialog";
import type { PeopleActions } from "./people-actions";

type Milestone = PeopleView["milestones"][number];
type MilestoneDialogProps = Readonly<{ externalId: string; milestone?: Milestone; actions: PeopleActions }>;

/** Adds or changes a day that matters to a customer's people. */
export function MilestoneDialog({ externalId, milestone, actions }: MilestoneDialogProps) {
  return (
    <FactDialog
      externalId={externalId}
      fact="milestone"
      known={milestone && { id: milestone.id, name: milestone.title }}
      saveAction={actions.saveMilestoneAction}
      removeAction={actions.removePeopleFactAction}
      names={["title", "happensOn"]}
      fields={(state) => <MilestoneFields state={state} milestone={milestone} />}
    />
  );
}

function MilestoneFields({ state, milestone }: Readonly<{ state: ActionState; milestone: Milestone | undefined }>) {
  const t = useTranslations("people.form.milestone");
  const field = useFields(state);
  const yearly = state && !state.ok ? state.values.yearly === "on" : milestone?.yearly;
  return (
    <>
      <TextField label={t("what")} {...field("title", milestone?.title)} required maxLength={200} dir="auto" />
      <TextField
        label={t("happensOn")}
        {...field("happensOn", milestone?.happensOn)}
        type="date"
        required
        min="1900-01-01"
        max="2199-12-31"
      />
      <CheckField name="yearly" label={t("yearly")} defaultChecked={yearly ?? false} />
    </>
  );
}
