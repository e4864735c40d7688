"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { IMPORT_FIELDS, type ImportType } from "@/lib/imports/import-types";
import type { DetectedColumn } from "@/lib/schemas/import-detected";
import { freeFieldOf, SPLIT } from "./mapping-state";

const SHOWN_COLUMNS = 100;
const MANY_COLUMNS = 25;

type ColumnListProps = Readonly<{
  type: ImportType;
  columns: readonly DetectedColumn[];
  fields: readonly string[];
  onField: (column: number, field: string) => void;
}>;

/** Every column with samples, and the field it becomes; with a search where there are many. */
export function ColumnList({ type, columns, fields, onField }: ColumnListProps) {
  const t = useTranslations("imports.mapping");
  const [sought, setSought] = useState("");
  const wanted = sought.trim().toLowerCase();
  const found = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.name.toLowerCase().includes(wanted));
  const shown = found.slice(0, SHOWN_COLUMNS);
  return (
    <div className="grid grid-cols-1 gap-3">
      {columns.length > MANY_COLUMNS ? (
        <div className="max-w-sm">
          <TextField
            label={t("find")}
            type="search"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </div>
      ) : null}
      <div
        aria-hidden
        className="hidden grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_16rem] gap-x-6 border-b border-edge/60 pb-2 text-sm font-medium text-muted sm:grid"
      >
        <span>{t("column")}</span>
        <span>{t("samples")}</span>
        <span>{t("field")}</span>
      </div>
      <ul aria-label={t("caption")} className="-mt-3 grid">
        {shown.map(({ column, index }) => (
          <ColumnRow
            key={column.name}
            type={type}
            column={column}
            field={fields[index] ?? ""}
            onField={(field) => onField(index, field)}
          />
        ))}
      </ul>
      {found.length > shown.length ? (
        <p className="text-sm text-muted">{t("more", { count: found.length - shown.length })}</p>
      ) : null}
    </div>
  );
}

type ColumnRowProps = Readonly<{
  type: ImportType;
  column: DetectedColumn;
  field: string;
  onField: (field: string) => void;
}>;

function ColumnRow({ type, column, field, onField }: ColumnRowProps) {
  const t = useTranslations("imports.mapping");
  const options = useFieldOptions(type, column.name, field);
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_16rem] sm:items-center">
      <span className="min-w-0 font-medium break-words text-ink">
        {column.name}
        {column.problem ? (
          <span className="block text-sm font-normal text-muted">
            {t(column.problem === "blank-name" ? "blank" : "duplicate")}
          </span>
        ) : null}
      </span>
      <span className="min-w-0 break-words text-muted">{column.samples.join(" · ") || t("noSamples")}</span>
      <Select
        aria-label={t("fieldOf", { column: column.name })}
        value={field}
        options={options}
        className={field === "" ? "opacity-80" : ""}
        onChange={(event) => onField(event.target.value)}
      />
    </li>
  );
}

function useFieldOptions(type: ImportType, column: string, chosen: string): SelectOption[] {
  const t = useTranslations("imports.mapping");
  const names = useTranslations("imports.fields");
  const own = IMPORT_FIELDS[type].map(({ name, isRequired }) => ({
    value: name,
    label: isRequired ? t("required", { field: names(name) }) : names(name),
  }));
  const isOwn = chosen === "" || chosen === SPLIT || own.some(({ value }) => value === chosen);
  const free = isOwn ? freeFieldOf(type, column) : chosen;
  const freeName = free?.slice(free.indexOf(".") + 1) ?? "";
  const freeLabel = type === "customers" ? t("trait", { name: freeName }) : t("detail", { name: freeName });
  return [
    { value: "", label: t("ignore") },
    ...own,
    ...(free ? [{ value: free, label: freeLabel }] : []),
    ...(type === "touchpoints" ? [{ value: SPLIT, label: t("split") }] : []),
  ];
}
