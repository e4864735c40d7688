import { numberFormat } from "./intl-cache";

/**
 * Money in minor units as people write it, without the minor part: 1234567 of EUR is "€12,346". The currency says how
 * many digits the minor part has (none for JPY, three for KWD).
 */
export function formatMoney(minor: number, currency: string, locale: string): string {
  return numberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(major(minor, currency));
}

/**
 * As formatMoney, short: "€1.2m". For sentences and narrow columns. Where a language has no short word for an amount, as German
 * below a million, it is whole.
 */
export function formatMoneyShort(minor: number, currency: string, locale: string): string {
  const format = numberFormat(locale, {
    style: "currency",
    currency,
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  const parts = format.formatToParts(major(minor, currency));
  if (!parts.some(({ type }) => type === "compact")) return formatMoney(minor, currency, locale);
  return parts.map(({ value }) => value).join("");
}

function major(minor: number, currency: string): number {
  const digits = numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return minor / 10 ** digits;
}
