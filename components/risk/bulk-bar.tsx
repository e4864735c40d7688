"use client";

import { useActionState, useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/http/action-state";
import type { BulkType } from "@/lib/schemas/bulk-change";
import { BulkExport } from "./bulk-export";
import { BulkOutcome } from "./bulk-outcome";
import { useSelection } from "./selection";

type StartedChange = Readonly<{ id: number; jobId: string }>;

export type BulkActions = Readonly<{
  start: ServerAction<StartedChange>;
  undo: ServerAction<Readonly<{ jobId: string }>>;
}>;

type BulkBarProps = Readonly<{
  actions: BulkActions;
  types: readonly BulkType[];
  owners: readonly Readonly<{ value: string; label: string }>[];
  /** The filter of the list, as the API takes it, and how many customers it leaves, in words. */
  filter: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
}>;

/** What can be done to those who are selected, or to everyone whom the filter leaves; there only when somebody is. */
export function BulkBar({ actions, types, owners, filter, words }: BulkBarProps) {
  const selection = useSelection();
  const [whole, setWhole] = useState(false);
  const [type, setType] = useState<BulkType>(types[0] ?? "tag");
  const [state, submit] = useActionState(actions.start, null);
  const count = selection?.selected.size ?? 0;
  const chosenIds = [...(selection?.selected ?? [])];
  const chosen = whole ? { query: filter } : { externalIds: chosenIds };
  return (
    <>
      {state?.ok ? (
        <BulkOutcome key={state.result.id} started={state.result} undo={actions.undo} words={words} />
      ) : null}
      {count > 0 ? (
        <form
          action={submit}
          aria-label={words.label}
          data-bulk
          className="no-print sticky bottom-16 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-md border border-edge bg-raised p-3 shadow-float lg:bottom-4"
        >
          <input type="hidden" name="selection" value={JSON.stringify(chosen)} />
          <span role="status" className="text-sm font-medium tabular-nums">
            {whole ? words.everyone : words.selected?.replace("{count}", String(count))}
          </span>
          <Button size="sm" variant="quiet" onClick={() => setWhole(!whole)}>
            {whole ? words.onlySelected : words.selectAll}
          </Button>
          <Select
            name="type"
            aria-label={words.what}
            value={type}
            onChange={(event) => setType(types.find((one) => one === event.currentTarget.value) ?? type)}
            options={types.map((value) => ({ value, label: words[value] ?? value }))}
            className="!w-40"
          />
          <Value type={type} owners={owners} words={words} />
          <SubmitButton size="sm" pending={words.doing}>
            {words.do}
          </SubmitButton>
          <BulkExport externalIds={whole ? null : chosenIds} filter={filter} words={words} />
          <Button size="sm" variant="quiet" onClick={() => selection?.replace([])}>
            {words.clear}
          </Button>
          <FormProblem state={state} />
        </form>
      ) : null}
    </>
  );
}

type ValueProps = Readonly<{ type: BulkType } & Pick<BulkBarProps, "owners" | "words">>;

function Value({ type, owners, words }: ValueProps) {
  if (type === "assign") {
    return <Select key={type} name="value" aria-label={words.owner} options={owners} className="!w-48" />;
  }
  if (type === "snooze")
    return <Input key={type} type="date" name="value" required aria-label={words.until} className="!w-44" />;
  return (
    <Input
      key="tag"
      name="value"
      required
      maxLength={40}
      aria-label={words.tagName}
      placeholder={words.tagName}
      className="!w-44"
    />
  );
}
