import type { AbstractIntlMessages } from "use-intl/core";
import type { Language } from "@/lib/format/languages";
import { englishMessages } from "./english-messages";
import { germanMessages } from "./german-messages";

const MESSAGES: Readonly<Record<Language, AbstractIntlMessages>> = { en: englishMessages, de: germanMessages };

/** Every text of the interface in a language. */
export function messagesOf(language: Language): AbstractIntlMessages {
  return MESSAGES[language];
}
