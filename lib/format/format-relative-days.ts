/** Days from now in words: "today", "in 12 days", "3 months ago". Months from 60 days on, years from 700. */
export function formatRelativeDays(days: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const distance = Math.abs(days);
  if (distance < 60) return format.format(days, "day");
  if (distance < 700) return format.format(Math.round(days / 30.44), "month");
  return format.format(Math.round(days / 365.25), "year");
}
