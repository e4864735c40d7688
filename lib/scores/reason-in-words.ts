import { createTranslator } from "use-intl/core";
import { englishMessages } from "@/lib/i18n/english-messages";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { ReasonText } from "@/lib/scoring/types";

// Programs read the API in English; screens translate a reason's text themselves.
const translate = createTranslator({ locale: "en", messages: { reasons: englishMessages.reasons }, timeZone: "UTC" });

/** A reason as a sentence, such as "3 complaints in 60 days". */
export function inWords(text: ReasonText): string {
  return sayText(text, (id, values) => translate(`reasons.${id}` as Parameters<typeof translate>[0], { ...values }));
}
