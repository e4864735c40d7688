"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { CheckField } from "@/components/ui/check-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";

type TrainFormProps = Readonly<{
  action: ServerAction<void>;
  learns: readonly string[];
  trusts: readonly string[];
  horizonDays: number;
  /** How long after a day it is known who left: the horizon, or the days of silence. */
  labelDays: number;
}>;

/** Asks for a model: without touching a field, the data decide. */
export function TrainForm({ action, learns, trusts, horizonDays, labelDays }: TrainFormProps) {
  const t = useTranslations("training");
  const [state, send] = useActionState(action, null);
  const [dates, setDates] = useState(typedValue(state, "dates", "data"));
  const typed = (name: string) => typedValue(state, name);
  return (
    <form action={send} noValidate className="grid max-w-2xl gap-5">
      <FormProblem state={state} />
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-sm font-medium">{t("dates")}</legend>
        <CheckField
          type="radio"
          name="dates"
          value="data"
          label={t("fromData")}
          hint={t("fromDataHint", { days: labelDays })}
          checked={dates === "data"}
          onChange={() => setDates("data")}
        />
        <CheckField
          type="radio"
          name="dates"
          value="given"
          label={t("given")}
          checked={dates === "given"}
          onChange={() => setDates("given")}
        />
      </fieldset>
      {dates === "given" ? (
        <div className="grid gap-4 border-s border-line ps-4">
          <TextField
            label={t("asOf")}
            hint={t("asOfHint", { days: labelDays })}
            name="asOf"
            defaultValue={typed("asOf")}
          />
          <TextField
            label={t("testAsOf")}
            hint={t("testAsOfHint")}
            name="testAsOf"
            className="max-w-48"
            defaultValue={typed("testAsOf")}
          />
        </div>
      ) : null}
      <TextField
        type="number"
        inputMode="numeric"
        label={t("horizonDays")}
        hint={t("horizonHint", { days: horizonDays })}
        name="horizonDays"
        min={1}
        max={730}
        className="max-w-48"
        defaultValue={typed("horizonDays")}
      />
      <SelectField
        label={t("learn")}
        name="learn"
        defaultValue={typedValue(state, "learn", learns[0])}
        options={learns.map((value) => ({ value, label: t(`learns.${value}`) }))}
      />
      <SelectField
        label={t("trust")}
        name="trust"
        defaultValue={typedValue(state, "trust", trusts[0])}
        options={trusts.map((value) => ({ value, label: t(`trusts.${value}`) }))}
      />
      <div>
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
