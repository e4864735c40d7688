"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { SelectOption } from "@/components/ui/select";
import type { ServerAction } from "@/lib/http/action-state";
import { type AddAction, EntryForm } from "./entry-form";
import { NoteFields } from "./note-fields";
import { OutcomeFields } from "./outcome-fields";
import { TouchpointFields } from "./touchpoint-fields";

type AddEntryProps = Readonly<{
  externalId: string;
  kinds: readonly SelectOption[];
  /** Now in the organisation's zone, as the browser's field takes it. */
  now: string;
  actions: Readonly<{
    addTouchpointAction: AddAction;
    addNoteAction: AddAction;
    addOutcomeAction: AddAction;
    removeEntryAction: ServerAction<void>;
  }>;
}>;

/** What happened, written down in seconds: a touchpoint, a note, an outcome. */
export function AddEntry({ externalId, kinds, now, actions }: AddEntryProps) {
  const t = useTranslations("entries");
  const form = { externalId, removeAction: actions.removeEntryAction };
  return (
    <div className="no-print flex flex-wrap gap-2">
      <Dialog trigger={t("touchpoint.add")} title={t("touchpoint.title")} description={t("touchpoint.description")}>
        <EntryForm
          {...form}
          action={actions.addTouchpointAction}
          names={["kind", "occurredAt", "value", "note"]}
          fields={(state) => <TouchpointFields state={state} kinds={kinds} now={now} />}
        />
      </Dialog>
      <Dialog trigger={t("note.add")} title={t("note.title")} description={t("note.description")}>
        <EntryForm
          {...form}
          action={actions.addNoteAction}
          names={["note"]}
          fields={(state) => <NoteFields state={state} />}
        />
      </Dialog>
      <Dialog trigger={t("outcome.add")} title={t("outcome.title")} description={t("outcome.description")}>
        <EntryForm
          {...form}
          action={actions.addOutcomeAction}
          names={["type", "occurredOn", "reasons", "avoidable"]}
          fields={(state) => <OutcomeFields state={state} today={now.slice(0, 10)} />}
        />
      </Dialog>
    </div>
  );
}
