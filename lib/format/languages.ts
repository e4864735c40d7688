/** The languages of the interface; the first is spoken where none fits. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a language calls itself, the locale of its numbers and dates, and the direction it is written in. */
export const LANGUAGE_FACTS: Readonly<
  Record<Language, Readonly<{ name: string; locale: string; direction: "ltr" | "rtl" }>>
> = {
  en: { name: "English", locale: "en-GB", direction: "ltr" },
  de: { name: "Deutsch", locale: "de-DE", direction: "ltr" },
};

/** The language of a stored or sent value; undefined for anything else. */
export function parseLanguage(value: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === value);
}
