"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { ColumnList } from "./column-list";
import { CONSTANT_FIELDS, missingFields, SPLIT, splitFields, withField } from "./mapping-state";
import type { StepProps } from "./step-props";

/** What each column is, what is the same for every row, and how a wide table is taken apart. */
export function StepColumns({ view, state, onChange }: StepProps) {
  const t = useTranslations("imports.mapping");
  const names = useTranslations("imports.fields");
  const missing = missingFields(view.type, state);
  const given = new Set([...state.fields, ...splitFields(state)]);
  const open = CONSTANT_FIELDS[view.type].filter((field) => !given.has(field));
  return (
    <div className="grid grid-cols-1 gap-6">
      <p role="status" className={`text-base ${missing.length > 0 ? "font-medium text-ink" : "text-muted"}`}>
        {missing.length > 0
          ? t("missing", { count: missing.length, fields: missing.map((field) => names(field)).join(", ") })
          : t("complete")}
      </p>
      <ColumnList
        type={view.type}
        columns={view.detected.columns}
        fields={state.fields}
        onField={(column, field) => onChange(withField(state, column, field))}
      />
      {state.fields.includes(SPLIT) ? <SplitOptions state={state} onChange={onChange} /> : null}
      {open.length > 0 ? (
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-base font-semibold text-ink">{t("constants")}</legend>
          <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
            {open.map((field) => (
              <TextField
                key={field}
                label={t("constant", { field: names(field) })}
                hint={t("constantHint")}
                maxLength={200}
                value={state.constants[field] ?? ""}
                onChange={(event) => onChange({ constants: { ...state.constants, [field]: event.target.value } })}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
    </div>
  );
}

function SplitOptions({ state, onChange }: Pick<StepProps, "state" | "onChange">) {
  const t = useTranslations("imports.split");
  const count = state.fields.filter((field) => field === SPLIT).length;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-base font-semibold text-ink">{t("title", { count })}</legend>
      <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
        <SelectField
          label={t("names")}
          value={state.splitNames}
          options={(["kind", "occurredAt"] as const).map((value) => ({ value, label: t(`namesAre.${value}`) }))}
          onChange={(event) => {
            const isDate = event.target.value === "occurredAt";
            const cells = isDate && state.splitCells === "occurredAt" ? "value" : state.splitCells;
            onChange({ splitNames: isDate ? "occurredAt" : "kind", splitCells: cells });
          }}
        />
        <SelectField
          label={t("cells")}
          value={state.splitCells}
          options={(["value", "occurredAt", "nothing"] as const)
            .filter((value) => value !== state.splitNames)
            .map((value) => ({ value, label: t(`cellsAre.${value}`) }))}
          onChange={(event) => onChange({ splitCells: cellsOf(event.target.value) })}
        />
        <SelectField
          label={t("zeros")}
          value={state.splitZeros}
          options={(["skip", "keep"] as const).map((value) => ({ value, label: t(`zerosAre.${value}`) }))}
          onChange={(event) => onChange({ splitZeros: event.target.value === "keep" ? "keep" : "skip" })}
        />
      </div>
    </fieldset>
  );
}

function cellsOf(value: string): StepProps["state"]["splitCells"] {
  return value === "occurredAt" || value === "nothing" ? value : "value";
}
