import { LANGUAGE_FACTS, parseLanguage } from "./languages";

/** The locale whose numbers and dates go with a language of the interface: British English for "en". */
export function localeOf(language: string): string {
  const known = parseLanguage(language);
  return known ? LANGUAGE_FACTS[known].locale : language;
}
