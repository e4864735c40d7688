import { parseDateFormat } from "@/lib/csv/parse-date-format";
import type { HookMapping } from "@/lib/schemas/hook";
import type { ImportReading } from "@/lib/schemas/import-detected";

type Organisation = Readonly<{ timeZone: string; currency: string }>;

/** How a hook's dates and numbers are read: JSON writes numbers with a point, and dates are ISO unless said otherwise. */
export function hookReading({ dateFormat, timeZone }: HookMapping, organisation: Organisation): ImportReading {
  const format = dateFormat === undefined ? undefined : parseDateFormat(dateFormat);
  return {
    order: format?.order ?? "ymd",
    twoDigitYears: format?.twoDigitYears ?? false,
    timeZone: timeZone ?? organisation.timeZone,
    numberFormat: "point",
    currency: organisation.currency,
  };
}
