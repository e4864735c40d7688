import { useTranslations } from "next-intl";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { ReasonText } from "@/lib/scoring/types";

/** A reason in plain words. A rule of which the language knows nothing is named by its key. */
export function ReasonSentence({ text }: Readonly<{ text: ReasonText }>) {
  const t = useTranslations("reasons");
  const risk = useTranslations("risk");
  return t.has(text.id) ? sayText(text, t) : risk("unknownReason", { key: text.id });
}
