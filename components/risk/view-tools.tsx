"use client";

import { type ReactNode, useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { CheckField } from "@/components/ui/check-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";
import type { SavedView } from "@/lib/views/saved-view";

export type ViewActions = Readonly<Record<"save" | "change" | "update" | "remove" | "makeDefault", ServerAction<void>>>;

type Words = Readonly<
  Record<
    | "save"
    | "saveNew"
    | "update"
    | "manage"
    | "name"
    | "share"
    | "shareHint"
    | "cancel"
    | "apply"
    | "remove"
    | "makeDefault"
    | "noDefault",
    string
  >
>;

type ViewToolsProps = Readonly<{
  query: string;
  view: SavedView | null;
  changed: boolean;
  mayShare: boolean;
  actions: ViewActions;
  words: Words;
}>;

/** What can be done with the view that is open, or to keep what is shown as a new one. */
export function ViewTools({ query, view, changed, mayShare, actions, words }: ViewToolsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {view && changed && view.mayChange ? (
        <OneButton action={actions.update} fields={{ id: view.id, query }} label={words.update} />
      ) : null}
      {query !== "" && (!view || changed) ? (
        <Dialog trigger={words.save} triggerSize="sm" title={words.saveNew}>
          <ViewForm action={actions.save} fields={{ query }} words={words} mayShare={mayShare} />
        </Dialog>
      ) : null}
      {view ? (
        <OneButton
          action={actions.makeDefault}
          fields={{ id: view.isDefault ? "none" : view.id }}
          label={view.isDefault ? words.noDefault : words.makeDefault}
        />
      ) : null}
      {view?.mayChange ? (
        <Dialog key={`${view.name} ${view.shared}`} trigger={words.manage} triggerSize="sm" title={words.manage}>
          <ViewForm action={actions.change} fields={{ id: view.id }} view={view} words={words} mayShare={mayShare} />
          <OneButton action={actions.remove} fields={{ id: view.id }} label={words.remove} danger />
        </Dialog>
      ) : null}
    </div>
  );
}

type Fields = Readonly<Record<string, string | number>>;

function Hidden({ fields }: Readonly<{ fields: Fields }>): ReactNode {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

type ViewFormProps = Readonly<{
  action: ServerAction<void>;
  fields: Fields;
  view?: SavedView;
  words: Words;
  mayShare: boolean;
}>;

function ViewForm({ action, fields, view, words, mayShare }: ViewFormProps) {
  const [state, submit] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-4">
      <FormProblem state={state} />
      <Hidden fields={fields} />
      <TextField label={words.name} name="name" required maxLength={60} defaultValue={view?.name ?? ""} />
      {mayShare ? (
        <CheckField name="shared" label={words.share} hint={words.shareHint} defaultChecked={view?.shared ?? false} />
      ) : null}
      <div className="flex gap-2">
        <DialogClose>{words.cancel}</DialogClose>
        <SubmitButton>{words.apply}</SubmitButton>
      </div>
    </form>
  );
}

type OneButtonProps = Readonly<{ action: ServerAction<void>; fields: Fields; label: string; danger?: true }>;

function OneButton({ action, fields, label, danger }: OneButtonProps) {
  const [state, submit] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-2">
      <Hidden fields={fields} />
      <SubmitButton size="sm" variant={danger ? "danger" : "secondary"}>
        {label}
      </SubmitButton>
      <FormProblem state={state} />
    </form>
  );
}
