import { numberFormat } from "./intl-cache";

/** A whole number of things: "44,876". */
export function formatCount(count: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(count);
}
