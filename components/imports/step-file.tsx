"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckField } from "@/components/ui/check-field";
import { SelectField } from "@/components/ui/select-field";
import { IMPORT_TYPES } from "@/lib/imports/import-types";
import { postJson } from "./api-call";
import { Faults } from "./faults";
import { SampleTable } from "./sample-table";
import type { WizardView } from "./step-props";

const DELIMITERS = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "pipe"],
] as const;

type StepFileProps = Readonly<{ view: WizardView; encodings: readonly string[] }>;

/** What the file holds and how it is written, with its first values as they are read that way. */
export function StepFile({ view, encodings }: StepFileProps) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [isReading, setIsReading] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  async function readAgain(change: object) {
    setIsReading(true);
    const answer = await postJson(`/api/v1/imports/${view.id}/reading`, change, t("unreachable"));
    setFaults(answer.ok ? [] : answer.messages);
    setIsReading(false);
    router.refresh();
  }
  return (
    <div className="grid grid-cols-1 gap-6" aria-busy={isReading}>
      <Faults messages={faults} />
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-sm font-medium">{t("upload.type")}</legend>
        {IMPORT_TYPES.map((type) => (
          <CheckField
            key={type}
            type="radio"
            name="type"
            label={t(`types.${type}`)}
            hint={t(`typeHints.${type}`)}
            checked={view.type === type}
            disabled={isReading}
            onChange={() => readAgain({ type })}
          />
        ))}
      </fieldset>
      <Dialect view={view} encodings={encodings} isReading={isReading} onChange={readAgain} />
      <SampleTable columns={view.detected.columns} />
      <p role="status" className="sr-only">
        {isReading ? t("file.reading") : t("file.read", { columns: view.detected.columns.length })}
      </p>
    </div>
  );
}

type DialectProps = StepFileProps & Readonly<{ isReading: boolean; onChange: (change: object) => void }>;

function Dialect({ view: { detected }, encodings, isReading, onChange }: DialectProps) {
  const t = useTranslations("imports.file");
  const header = (
    <SelectField
      label={t("header")}
      disabled={isReading}
      value={detected.header ? "yes" : "no"}
      options={[
        { value: "yes", label: t("isHeader") },
        { value: "no", label: t("noHeader") },
      ]}
      onChange={(event) => onChange({ header: event.target.value === "yes" })}
    />
  );
  if (detected.workbook) {
    const { sheet, sheets, unsolvedFormulas } = detected.workbook;
    return (
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <SelectField
          label={t("sheet")}
          hint={
            unsolvedFormulas > 0 ? t("unsolved", { count: unsolvedFormulas }) : t("sheets", { count: sheets.length })
          }
          disabled={isReading}
          value={sheet}
          options={sheets.map((value) => ({ value, label: value }))}
          onChange={(event) => onChange({ sheet: event.target.value })}
        />
        {header}
      </div>
    );
  }
  return (
    <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
      <SelectField
        label={t("encoding")}
        disabled={isReading}
        value={detected.encoding}
        options={encodings.map((value) => ({ value, label: value.toUpperCase().replace("WINDOWS", "Windows") }))}
        onChange={(event) => onChange({ encoding: event.target.value })}
      />
      <SelectField
        label={t("delimiter")}
        disabled={isReading}
        value={detected.delimiter}
        options={DELIMITERS.map(([value, name]) => ({ value, label: t(`delimiters.${name}`) }))}
        onChange={(event) => onChange({ delimiter: event.target.value })}
      />
      {header}
    </div>
  );
}
