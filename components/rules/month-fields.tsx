"use client";

import { useLocale, useTranslations } from "next-intl";
import { CheckField } from "@/components/ui/check-field";
import { dateFormat } from "@/lib/format/intl-cache";
import { localeOf } from "@/lib/format/locale-of";

type MonthFieldsProps = Readonly<{
  months: readonly number[];
  error: string | undefined;
  onChange: (months: readonly number[]) => void;
}>;

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** The months of a season. */
export function MonthFields({ months, error, onChange }: MonthFieldsProps) {
  const t = useTranslations("rules.editor");
  const names = dateFormat(localeOf(useLocale()), { month: "long", timeZone: "UTC" });
  return (
    <fieldset className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
      <legend className="mb-2 text-sm font-medium">{t("months")}</legend>
      {MONTHS.map((month) => (
        <CheckField
          key={month}
          label={names.format(Date.UTC(2026, month - 1, 1))}
          checked={months.includes(month)}
          onChange={(event) => {
            const rest = months.filter((one) => one !== month);
            onChange(event.target.checked ? [...rest, month].sort((a, b) => a - b) : rest);
          }}
        />
      ))}
      {error ? <p className="col-span-full text-sm font-medium text-critical">{error}</p> : null}
    </fieldset>
  );
}
