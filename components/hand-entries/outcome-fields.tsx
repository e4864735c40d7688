"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFields } from "@/components/forms/use-fields";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ActionState } from "@/lib/http/action-state";

const TYPES = ["renewal", "break-up", "downgrade", "return"] as const;
const AVOIDABLE = ["", "yes", "no"] as const;

type OutcomeFieldsProps = Readonly<{ state: ActionState<unknown> /** ISO day. */; today: string }>;

/** What an outcome asks for; an end also why, and whether it could have been avoided. */
export function OutcomeFields({ state, today }: OutcomeFieldsProps) {
  const t = useTranslations("entries.outcome");
  const field = useFields(state);
  const [type, setType] = useState(field("type", "renewal").defaultValue);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("type")}
          name="type"
          value={type}
          onChange={(event) => setType(event.target.value)}
          options={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
          error={field("type").error}
        />
        <TextField label={t("when")} {...field("occurredOn", today)} type="date" required max={today} />
      </div>
      {type === "break-up" ? (
        <>
          <TextField label={t("reasons")} hint={t("reasonsHint")} {...field("reasons")} maxLength={1000} dir="auto" />
          <SelectField
            label={t("avoidable")}
            {...field("avoidable")}
            options={AVOIDABLE.map((value) => ({ value, label: t(`avoidables.${value || "unknown"}`) }))}
          />
        </>
      ) : null}
    </>
  );
}
