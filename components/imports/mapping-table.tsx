"use client";

import { useTranslations } from "next-intl";
import { Select, type SelectOption } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import { IMPORT_FIELDS, type ImportType } from "@/lib/imports/import-types";
import type { DetectedColumn } from "@/lib/schemas/import-detected";
import { freeFieldOf } from "./mapping-state";

const SHOWN_COLUMNS = 200;

type MappingTableProps = Readonly<{
  type: ImportType;
  columns: readonly DetectedColumn[];
  fields: readonly string[];
  onField: (column: number, field: string) => void;
}>;

/** Every column with samples, and the field it becomes. */
export function MappingTable({ type, columns, fields, onField }: MappingTableProps) {
  const t = useTranslations("imports.mapping");
  const names = useTranslations("imports.fields");
  const own = IMPORT_FIELDS[type].map(({ name, isRequired }) => ({
    value: name,
    label: `${names(name)}${isRequired ? " *" : ""}`,
  }));
  const optionsOf = (column: string, chosen: string): SelectOption[] => {
    const free = own.some(({ value }) => value === chosen) || chosen === "" ? freeFieldOf(type, column) : chosen;
    const freeName = free?.slice(free.indexOf(".") + 1) ?? "";
    const label = type === "customers" ? t("trait", { name: freeName }) : t("detail", { name: freeName });
    return [{ value: "", label: t("ignore") }, ...own, ...(free ? [{ value: free, label }] : [])];
  };
  const hidden = columns.length - SHOWN_COLUMNS;
  return (
    <div className="grid gap-3">
      <Table caption={t("caption")}>
        <thead>
          <tr>
            <Th>{t("column")}</Th>
            <Th>{t("samples")}</Th>
            <Th>{t("field")}</Th>
          </tr>
        </thead>
        <tbody>
          {columns.slice(0, SHOWN_COLUMNS).map((column, index) => (
            <tr key={column.name}>
              <Th scope="row" className="max-w-64 break-words">
                {column.name}
                {column.problem ? (
                  <span className="block text-sm font-normal text-muted">
                    {t(column.problem === "blank-name" ? "blank" : "duplicate")}
                  </span>
                ) : null}
              </Th>
              <Td className="max-w-80 break-words align-middle text-muted">{column.samples.join(" · ") || "–"}</Td>
              <Td className="min-w-56">
                <Select
                  aria-label={t("fieldOf", { column: column.name })}
                  value={fields[index] ?? ""}
                  options={optionsOf(column.name, fields[index] ?? "")}
                  onChange={(event) => onField(index, event.target.value)}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {hidden > 0 ? <p className="text-sm text-muted">{t("more", { count: hidden })}</p> : null}
    </div>
  );
}
