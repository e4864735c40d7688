/** The locale whose numbers and dates go with a language of the interface: British English for "en". */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}
