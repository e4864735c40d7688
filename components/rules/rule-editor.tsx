"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useId, useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SelectOption } from "@/components/ui/select";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";
import { CATEGORIES } from "@/lib/kinds/categories";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { sayText } from "@/lib/scoring/reasons/say-text";
import { MISSING_POLICIES, type RuleDefinition, type RuleGroup } from "@/lib/scoring/rule-definition";
import { checkRules } from "@/lib/scoring/rules/check-rules";
import type { ScoringKind } from "@/lib/scoring/types";
import { EffectFields } from "./effect-fields";
import { NumberField } from "./number-field";
import { SignalFields } from "./signal-fields";

type RuleEditorProps = Readonly<{
  action: ServerAction<void>;
  /** The draft that was seen; 0 for none. */
  revision: number;
  initial: RuleDefinition;
  groups: readonly RuleGroup[];
  kinds: readonly ScoringKind[];
  categories: readonly SelectOption[];
}>;

/** One rule, its sentence as it stands, and every fault at its field by the checker that scoring itself uses. */
export function RuleEditor({ action, revision, initial, groups, kinds, categories }: RuleEditorProps) {
  const t = useTranslations("rules.editor");
  const reasons = useTranslations("reasons");
  const id = useId();
  const [rule, setRule] = useState(initial);
  const [state, send, pending] = useActionState(action, null);
  const faults = new Map<string, string>();
  const report = (path: string, message: string) => void faults.set(path.replace("rules[0].", ""), message);
  checkRules({ rules: [rule], groups }, new Set(kinds.map(({ key }) => key)), report);
  const shown = new Set<string>();
  const faultAt = (path: string) => {
    shown.add(path);
    return faults.get(path);
  };
  const change = (part: object) => setRule({ ...rule, ...part } as RuleDefinition);
  const missings = MISSING_POLICIES.map((value) => ({ value, label: t(`missings.${value}`) }));
  const fields = (
    <>
      <TextField
        label={t("label")}
        maxLength={100}
        required
        defaultValue={initial.label}
        onChange={(event) => change({ label: event.target.value })}
      />
      <SelectField
        label={t("category")}
        options={categories}
        value={rule.category}
        onChange={(event) => change({ category: CATEGORIES.find((one) => one === event.target.value) })}
      />
      {rule.signal ? (
        <SignalFields signal={rule.signal} faultAt={faultAt} onChange={(signal) => change({ signal })} />
      ) : null}
      <EffectFields effect={rule.effect} faultAt={faultAt} onChange={(effect) => change({ effect })} />
      {rule.signal ? (
        <SelectField
          label={t("missing")}
          options={missings}
          value={rule.missing}
          onChange={(event) => change({ missing: event.target.value })}
        />
      ) : null}
      <NumberField
        label={t("cap")}
        hint={t("capHint")}
        initial={initial.capPoints}
        error={faultAt("capPoints")}
        onChange={(points) => change({ capPoints: Number.isNaN(points) ? undefined : points })}
      />
    </>
  );
  const elsewhere = [...faults].filter(([path]) => !shown.has(path)).map(([path, message]) => `${path} ${message}`);
  return (
    <form
      className="grid max-w-2xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        startTransition(() => send({ revision, rule: JSON.parse(JSON.stringify(rule)) }));
      }}
    >
      <section
        aria-labelledby={id}
        className="grid gap-1 rounded-md border border-line bg-raised p-4"
        aria-live="polite"
      >
        <h2 id={id} className="text-sm font-medium text-muted">
          {t("sentence")}
        </h2>
        <p className="story text-lg text-ink">{sayText(describeRule(rule, kinds).sentence, reasons)}</p>
        {rule.when || rule.except ? <p className="text-sm text-muted">{t("conditions")}</p> : null}
      </section>
      {fields}
      {elsewhere.length > 0 ? <Notice tone="bad">{t("elsewhere", { faults: elsewhere.join("; ") })}</Notice> : null}
      <FormProblem state={state} />
      {state && !state.ok && state.code === "conflict" ? <Notice tone="bad">{state.message}</Notice> : null}
      <div>
        <Button type="submit" variant="primary" disabled={pending || faults.size > 0 || rule.label.trim() === ""}>
          {pending ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}
