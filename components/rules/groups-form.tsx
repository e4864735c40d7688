"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSentence } from "@/components/forms/use-sentence";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import { checkGroups } from "./check-groups";
import { NumberField } from "./number-field";

type GroupsFormProps = Readonly<{
  action: ServerAction<void>;
  revision: number;
  initial: readonly RuleGroup[];
  rules: readonly RuleDefinition[];
}>;

/** The groups of the draft with their caps; which rules share one is set at the rules. */
export function GroupsForm({ action, revision, initial, rules }: GroupsFormProps) {
  const t = useTranslations("rules.groups");
  const editor = useTranslations("rules.editor");
  const [groups, setGroups] = useState(initial);
  const [state, send, pending] = useActionState(action, null);
  const faults = checkGroups(groups, useSentence());
  const replace = (at: number, part: Partial<RuleGroup>) =>
    setGroups(groups.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const isNamed = groups.every(({ label }) => label.trim() !== "");
  return (
    <form
      className="grid max-w-2xl gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        startTransition(() => send({ revision, groups: groups.map((group) => ({ ...group })) }));
      }}
    >
      {groups.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
      <ul className="grid gap-5">
        {groups.map((group, at) => (
          <li key={group.key} className="grid items-end gap-3 border-t border-line pt-4 sm:grid-cols-[1fr_12rem_auto]">
            <TextField
              label={t("row", { number: at + 1, what: t("label") })}
              required
              maxLength={100}
              value={group.label}
              onChange={(event) => replace(at, { label: event.target.value })}
            />
            <NumberField
              label={t("row", { number: at + 1, what: t("cap") })}
              value={group.capPoints}
              error={faults.get(`groups[${at}].capPoints`)}
              onChange={(capPoints) => replace(at, { capPoints })}
            />
            <Button onClick={() => setGroups(groups.filter((_, place) => place !== at))}>
              {t("remove", { number: at + 1 })}
            </Button>
            <p className="text-sm text-muted">
              {t("rules", { count: rules.filter((rule) => rule.group === group.key).length })}
            </p>
          </li>
        ))}
      </ul>
      <div className="grid gap-2">
        <div>
          <Button onClick={() => setGroups([...groups, { key: freeKey(groups), label: "", capPoints: 40 }])}>
            {t("add")}
          </Button>
        </div>
        <p className="text-sm text-muted">{t("removeHint")}</p>
      </div>
      <FormProblem state={state} />
      {state && !state.ok && state.code === "conflict" ? <Notice tone="bad">{state.message}</Notice> : null}
      <div>
        <Button type="submit" variant="primary" busy={pending} disabled={faults.size > 0 || !isNamed}>
          {pending ? editor("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}

function freeKey(groups: readonly RuleGroup[]): string {
  for (let at = groups.length + 1; ; at++) {
    const key = `group-${at}`;
    if (groups.every((group) => group.key !== key)) return key;
  }
}
