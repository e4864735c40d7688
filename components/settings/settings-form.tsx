"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, typedValue } from "@/components/forms/field-error";
import { FormProblem } from "@/components/forms/form-problem";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/http/action-state";
import type { Settings } from "@/lib/schemas/settings";
import type { SettingsPreview } from "@/lib/settings/preview-settings";
import { BreakUpFields, type KindChoice } from "./break-up-fields";
import { SettingsConsequences } from "./settings-consequences";
import { TimeFields } from "./time-fields";

type SettingsFormProps = Readonly<{
  action: ServerAction<void>;
  preview: ServerAction<SettingsPreview>;
  settings: Settings;
  kinds: readonly KindChoice[];
  currencies: readonly string[];
  timeZones: readonly string[];
  readOnly: boolean;
}>;

/** Paths of faults that stand beside their fields. */
const FIELDS = [
  ...["horizonDays", "breakUp.days", "breakUp.kinds", "population.activeWithinDays"],
  ...["bands.watch", "bands.atRisk", "bands.critical", "clock", "currency", "timeZone"],
];

/** How the organisation reckons risk. */
export function SettingsForm({ action, preview, settings, kinds, currencies, timeZones, readOnly }: SettingsFormProps) {
  const t = useTranslations("settings.general");
  const common = useTranslations("settings");
  const errors = useTranslations("errors");
  const [state, send] = useActionState(action, null);
  const error = (path: string) => fieldError(state, path, errors);
  const typed = (name: string, initial: string | number | undefined) => typedValue(state, name, String(initial ?? ""));
  const number = { type: "number", inputMode: "decimal", step: "any", required: true, className: "max-w-48" } as const;
  const percent = { ...number, min: 0, max: 100, className: "tabular-nums" } as const;
  return (
    <form action={send} noValidate>
      <fieldset disabled={readOnly} className="grid max-w-2xl gap-8">
        <FormProblem state={state} fields={FIELDS} />
        {state?.ok ? (
          <Notice tone="good" role="status">
            {t("savedScoring")}
          </Notice>
        ) : null}
        <fieldset className="grid gap-4">
          <legend className="mb-3 text-lg font-semibold">{t("risk")}</legend>
          <TextField
            {...number}
            label={t("horizonDays")}
            hint={t("riskHint")}
            name="horizonDays"
            min={1}
            max={730}
            defaultValue={typed("horizonDays", settings.horizonDays)}
            error={error("horizonDays")}
          />
          <BreakUpFields breakUp={settings.breakUp} kinds={kinds} typed={typed} error={error} />
          <TextField
            {...number}
            required={false}
            label={t("populationDays")}
            hint={t("populationHint")}
            name="populationDays"
            defaultValue={typed("populationDays", settings.population?.activeWithinDays)}
            error={error("population.activeWithinDays")}
          />
        </fieldset>
        <fieldset className="grid gap-4">
          <legend className="mb-1 text-lg font-semibold">{t("bands")}</legend>
          <p className="text-base text-muted">{t("bandsHint")}</p>
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              {...percent}
              label={t("watch")}
              name="bandWatch"
              defaultValue={typed("bandWatch", outOf100(settings.bands.watch))}
              error={error("bands.watch")}
            />
            <TextField
              {...percent}
              label={t("atRisk")}
              name="bandAtRisk"
              defaultValue={typed("bandAtRisk", outOf100(settings.bands.atRisk))}
              error={error("bands.atRisk")}
            />
            <TextField
              {...percent}
              label={t("critical")}
              name="bandCritical"
              defaultValue={typed("bandCritical", outOf100(settings.bands.critical))}
              error={error("bands.critical")}
            />
          </div>
        </fieldset>
        <TimeFields settings={settings} currencies={currencies} timeZones={timeZones} typed={typed} error={error} />
        {readOnly ? null : <SettingsConsequences action={preview} />}
        {readOnly ? null : (
          <div>
            <SubmitButton pending={common("saving")}>{common("save")}</SubmitButton>
          </div>
        )}
      </fieldset>
    </form>
  );
}

/** Without the noise of binary fractions: 0.07 is 7, not 7.000000000000001. */
function outOf100(probability: number): number {
  return Number((probability * 100).toFixed(6));
}
