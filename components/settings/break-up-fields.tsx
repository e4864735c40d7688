"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { CheckField } from "@/components/ui/check-field";
import { TextField } from "@/components/ui/text-field";
import type { Settings } from "@/lib/schemas/settings";

/** A kind that can be chosen. */
export type KindChoice = Readonly<{ key: string; label: string; category: string }>;

type BreakUpFieldsProps = Readonly<{
  breakUp: Settings["breakUp"];
  kinds: readonly KindChoice[];
  typed: (name: string, initial: string | number | undefined) => string;
  error: (path: string) => string | undefined;
}>;

/** What counts as a break-up: recorded, or silence of some kinds for some days. */
export function BreakUpFields({ breakUp, kinds, typed, error }: BreakUpFieldsProps) {
  const t = useTranslations("settings.general");
  const faultId = useId();
  const type = typed("breakUpType", breakUp.type);
  const chosen = new Set(breakUp.type === "inactivity" ? breakUp.kinds : []);
  const fault = error("breakUp.kinds");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-medium">{t("breakUp")}</legend>
      <CheckField
        key={`recorded-${type}`}
        type="radio"
        name="breakUpType"
        value="recorded"
        label={t("recorded")}
        defaultChecked={type !== "inactivity"}
      />
      <CheckField
        key={`inactivity-${type}`}
        type="radio"
        name="breakUpType"
        value="inactivity"
        label={t("inactivity")}
        defaultChecked={type === "inactivity"}
      />
      <div className="grid gap-3 ps-6">
        <TextField
          label={t("inactivityDays")}
          name="inactivityDays"
          type="number"
          min={1}
          max={3650}
          className="max-w-48"
          defaultValue={typed("inactivityDays", breakUp.type === "inactivity" ? breakUp.days : 90)}
          error={error("breakUp.days")}
        />
        <details open={fault !== undefined} className="rounded-md border border-line px-3 py-2">
          <summary className="cursor-pointer text-sm font-medium" aria-describedby={fault ? faultId : undefined}>
            {t("inactivityKinds")}{" "}
            <span className="font-normal text-muted">{t("inactivityKindsCount", { count: chosen.size })}</span>
          </summary>
          <div className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-2">
            {kinds.map((kind) => (
              <CheckField
                key={kind.key}
                name="inactivityKinds"
                value={kind.key}
                label={kind.label}
                defaultChecked={chosen.has(kind.key)}
              />
            ))}
          </div>
        </details>
        {fault ? (
          <p id={faultId} className="text-sm font-medium text-critical">
            {fault}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}
