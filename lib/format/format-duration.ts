import { numberFormat } from "./intl-cache";

/** A stretch of time in its largest fitting unit, rounded: "45 seconds", "3 minutes", "2 hours". */
export function formatDuration(seconds: number, locale: string): string {
  const [amount, unit] =
    seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"];
  return numberFormat(locale, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 }).format(
    Math.max(amount, 1),
  );
}
