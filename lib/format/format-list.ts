/** A list as people say it: "a, b and c". */
export function formatList(parts: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(parts);
}
