import { LANGUAGE_FACTS, parseLanguage } from "./languages";

/** The direction in which a page of this language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  const known = parseLanguage(language);
  return known ? LANGUAGE_FACTS[known].direction : "ltr";
}
