import type { Language } from "@/lib/format/languages";
import { englishMessages } from "./english-messages";
import { germanMessages } from "./german-messages";

const MESSAGES: Readonly<Record<Language, typeof englishMessages>> = { en: englishMessages, de: germanMessages };

/** Every text of the interface in a language. */
export function messagesOf(language: Language): typeof englishMessages {
  return MESSAGES[language];
}
