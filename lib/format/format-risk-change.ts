import { formatRisk } from "./format-risk";
import { numberFormat } from "./intl-cache";

const MOST_DIGITS = 3;

/**
 * Two probabilities (0 to 1) of which one became the other, as risks out of 100: whole ones, with digits after the point
 * only where whole ones would look the same: "22" and "31", "4.1" and "3.9".
 */
export function formatRiskChange(before: number, after: number, locale: string): readonly [string, string] {
  const whole = [formatRisk(before), formatRisk(after)] as const;
  if (before === after || whole[0] !== whole[1] || !/^\d+$/.test(whole[0])) return whole;
  for (let digits = 1; digits <= MOST_DIGITS; digits += 1) {
    const { format } = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const [one, other] = [format(before * 100), format(after * 100)];
    if (one !== other) return [one, other];
  }
  return whole;
}
