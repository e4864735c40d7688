"use client";

import { useTranslations } from "next-intl";
import { CheckField } from "@/components/ui/check-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Settings } from "@/lib/schemas/settings";

type TimeFieldsProps = Readonly<{
  settings: Pick<Settings, "clock" | "currency" | "timeZone">;
  currencies: readonly string[];
  timeZones: readonly string[];
  typed: (name: string, initial: string | number | undefined) => string;
  error: (path: string) => string | undefined;
}>;

/** The clock, the zone in which days are counted, and the currency of money without one. */
export function TimeFields({ settings, currencies, timeZones, typed, error }: TimeFieldsProps) {
  const t = useTranslations("settings.general");
  const clockMode = typed("clockMode", settings.clock === "live" ? "live" : "fixed");
  const timeZone = typed("timeZone", settings.timeZone);
  const currency = typed("currency", settings.currency);
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 text-lg font-semibold">{t("time")}</legend>
      <fieldset className="grid gap-3">
        <legend className="mb-1.5 text-sm font-medium">{t("clock")}</legend>
        <CheckField
          key={`live-${clockMode}`}
          type="radio"
          name="clockMode"
          value="live"
          label={t("live")}
          defaultChecked={clockMode === "live"}
        />
        <CheckField
          key={`fixed-${clockMode}`}
          type="radio"
          name="clockMode"
          value="fixed"
          label={t("fixed")}
          defaultChecked={clockMode === "fixed"}
        />
        <div className="ps-6">
          <TextField
            label={t("instant")}
            hint={t("instantHint")}
            name="clockInstant"
            defaultValue={typed("clockInstant", settings.clock === "live" ? "" : settings.clock)}
            error={error("clock")}
          />
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          key={`zone-${timeZone}`}
          label={t("timeZone")}
          name="timeZone"
          options={optionsOf(timeZones, timeZone)}
          defaultValue={timeZone}
          error={error("timeZone")}
        />
        <SelectField
          key={`currency-${currency}`}
          label={t("currency")}
          name="currency"
          options={optionsOf(currencies, currency)}
          defaultValue={currency}
          error={error("currency")}
        />
      </div>
    </fieldset>
  );
}

/** The list, and what is set although it is not in the list (an older name of a zone). */
function optionsOf(values: readonly string[], current: string) {
  const all = values.includes(current) ? values : [current, ...values];
  return all.map((value) => ({ value, label: value }));
}
