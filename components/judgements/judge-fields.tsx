"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldError, typedValue } from "@/components/forms/field-error";
import type { SelectOption } from "@/components/ui/select";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { ActionState } from "@/lib/http/action-state";

type JudgeFieldsProps = Readonly<{
  state: ActionState<unknown>;
  choices: readonly SelectOption[];
  ends: Readonly<{ first: string; offered: string; last: string }>;
}>;

/** What a judgement asks for: a band, a number or nothing but a comment; why; and until when it stands. */
export function JudgeFields({ state, choices, ends }: JudgeFieldsProps) {
  const t = useTranslations("judgements.judge");
  const errors = useTranslations("errors");
  const [says, setSays] = useState(typedValue(state, "says", choices[0]?.value));
  return (
    <>
      <SelectField
        label={t("says")}
        name="says"
        value={says}
        onChange={(event) => setSays(event.target.value)}
        options={choices}
        error={fieldError(state, "says", errors)}
      />
      {says === "number" ? (
        <TextField
          label={t("risk")}
          name="risk"
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={99}
          step={1}
          defaultValue={typedValue(state, "risk")}
          error={fieldError(state, "risk", errors)}
        />
      ) : null}
      <TextAreaField
        label={t("reason")}
        name="reason"
        required
        rows={3}
        maxLength={2000}
        dir="auto"
        defaultValue={typedValue(state, "reason")}
        error={fieldError(state, "reason", errors)}
      />
      <TextField
        label={t("until")}
        hint={t("untilHint")}
        name="expiresOn"
        type="date"
        required
        min={ends.first}
        max={ends.last}
        defaultValue={typedValue(state, "expiresOn", ends.offered)}
        error={fieldError(state, "expiresOn", errors)}
      />
    </>
  );
}
