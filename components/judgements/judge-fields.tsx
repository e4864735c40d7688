"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFields } from "@/components/forms/use-fields";
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
  const field = useFields(state);
  const [says, setSays] = useState(field("says", choices[0]?.value).defaultValue);
  return (
    <>
      <SelectField
        label={t("says")}
        name="says"
        value={says}
        onChange={(event) => setSays(event.target.value)}
        options={choices}
        error={field("says").error}
      />
      {says === "number" ? (
        <TextField
          label={t("risk")}
          {...field("risk")}
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={99}
          step={1}
        />
      ) : null}
      <TextAreaField label={t("reason")} {...field("reason")} required rows={3} maxLength={2000} dir="auto" />
      <TextField
        label={t("until")}
        hint={t("untilHint")}
        {...field("expiresOn", ends.offered)}
        type="date"
        required
        min={ends.first}
        max={ends.last}
      />
    </>
  );
}
