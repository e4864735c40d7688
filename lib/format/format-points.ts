import { numberFormat } from "./intl-cache";

/** Points (20 double the odds) with their sign and a true minus: "+12", "−3", "0". `digits` after the point. */
export function formatPoints(points: number, locale: string, digits = 0): string {
  const format = numberFormat(locale, {
    signDisplay: "exceptZero",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(points).replace("-", "−");
}
