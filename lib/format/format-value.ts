import { numberFormat } from "./intl-cache";

/** The value a touchpoint carries, whatever it measures: at most two digits after the point, with a true minus. */
export function formatValue(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 2 }).format(value).replace("-", "−");
}
