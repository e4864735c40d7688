"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { describedBy, Field } from "@/components/ui/field";

type PasteFieldProps = Readonly<{ value: string; onChange: (text: string) => void }>;

/** A table that is pasted rather than uploaded: cells of a spreadsheet come with tabs between them. */
export function PasteField({ value, onChange }: PasteFieldProps) {
  const t = useTranslations("imports.upload");
  const id = useId();
  const hint = t("pasteHint");
  return (
    <details open={value !== "" || undefined}>
      <summary className="cursor-pointer text-base font-medium text-ink">{t("paste")}</summary>
      <div className="mt-3">
        <Field id={id} label={t("pasteLabel")} hint={hint}>
          <textarea
            id={id}
            rows={8}
            spellCheck={false}
            wrap="off"
            value={value}
            aria-describedby={describedBy(id, { hint })}
            onChange={(event) => onChange(event.target.value)}
            className={`${CONTROL_CLASS} py-2 text-sm`}
          />
        </Field>
      </div>
    </details>
  );
}
