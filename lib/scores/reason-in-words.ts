import { createTranslator } from "use-intl/core";
import { englishMessages } from "@/lib/i18n/english-messages";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { ReasonText } from "@/lib/scoring/types";

// Programs read the API in English; screens translate a reason's text themselves.
const translate = createTranslator({ locale: "en", messages: { reasons: englishMessages.reasons }, timeZone: "UTC" });

/** Many customers have the same reason: "3 complaints in 60 days". About 150 bytes each; when there are too many, anew. */
const MOST_KEPT = 5_000;
const said = new Map<string, string>();

/** A reason as a sentence, such as "3 complaints in 60 days". 50 us the first time, then 1 us. */
export function inWords(text: ReasonText): string {
  const key = JSON.stringify(text);
  const known = said.get(key);
  if (known !== undefined) return known;
  const sentence = sayText(text, (id, values) =>
    translate(`reasons.${id}` as Parameters<typeof translate>[0], { ...values }),
  );
  if (said.size >= MOST_KEPT) said.clear();
  said.set(key, sentence);
  return sentence;
}
