"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { describedBy, Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { HookState, SampleFacts } from "./sample-leaves";

type HookSampleProps = Readonly<{
  sample: string;
  facts: SampleFacts | undefined;
  items: string;
  onChange: (change: Partial<HookState>) => void;
}>;

const MAX_CHARS = 100_000;

/** Where a sample of what the tool sends is pasted, and which list in it holds the touchpoints. */
export function HookSample({ sample, facts, items, onChange }: HookSampleProps) {
  const t = useTranslations("hooks.form");
  const id = useId();
  const error = sample.trim() !== "" && !facts ? t("noJson") : undefined;
  return (
    <div className="grid gap-4">
      <Field id={id} label={t("sample")} hint={t("sampleHint")} error={error}>
        <textarea
          id={id}
          rows={8}
          maxLength={MAX_CHARS}
          spellCheck={false}
          value={sample}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint: t("sampleHint"), error })}
          className={`${CONTROL_CLASS} py-2 font-mono text-sm`}
          onChange={(event) => onChange({ sample: event.target.value, items: "", fields: {} })}
        />
      </Field>
      {facts?.lists.some((list) => list !== "") ? (
        <div className="max-w-md">
          <SelectField
            label={t("items")}
            options={[
              { value: "", label: t("itemsWhole") },
              ...facts.lists.filter((list) => list !== "").map((value) => ({ value, label: value })),
            ]}
            value={items}
            onChange={(event) => onChange({ items: event.target.value, fields: {} })}
          />
        </div>
      ) : null}
    </div>
  );
}
