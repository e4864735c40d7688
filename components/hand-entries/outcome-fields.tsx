"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ActionState } from "@/lib/http/action-state";

const TYPES = ["renewal", "break-up", "downgrade", "return"] as const;
const AVOIDABLE = ["", "yes", "no"] as const;

type OutcomeFieldsProps = Readonly<{ state: ActionState<unknown> /** ISO day. */; today: string }>;

/** What an outcome asks for; an end also why, and whether it could have been avoided. */
export function OutcomeFields({ state, today }: OutcomeFieldsProps) {
  const t = useTranslations("entries.outcome");
  const errors = useTranslations("errors");
  const [type, setType] = useState<string>(typedValue(state, "type", "renewal"));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("type")}
          name="type"
          value={type}
          onChange={(event) => setType(event.target.value)}
          options={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
          error={fieldError(state, "type", errors)}
        />
        <TextField
          label={t("when")}
          name="occurredOn"
          type="date"
          required
          max={today}
          defaultValue={typedValue(state, "occurredOn", today)}
          error={fieldError(state, "occurredOn", errors)}
        />
      </div>
      {type === "break-up" ? (
        <>
          <TextField
            label={t("reasons")}
            hint={t("reasonsHint")}
            name="reasons"
            maxLength={1000}
            dir="auto"
            defaultValue={typedValue(state, "reasons")}
            error={fieldError(state, "reasons", errors)}
          />
          <SelectField
            label={t("avoidable")}
            name="avoidable"
            defaultValue={typedValue(state, "avoidable")}
            options={AVOIDABLE.map((value) => ({ value, label: t(`avoidables.${value || "unknown"}`) }))}
            error={fieldError(state, "avoidable", errors)}
          />
        </>
      ) : null}
    </>
  );
}
