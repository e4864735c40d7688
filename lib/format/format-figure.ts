import { numberFormat } from "./intl-cache";

/** A statistic with as many digits as can be told apart: "0.812", "12.4". */
export function formatFigure(figure: number, locale: string): string {
  const digits = Math.abs(figure) < 10 ? 3 : 1;
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(figure);
}
