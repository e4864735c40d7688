import { useMessages } from "next-intl";
import { type Sentences, translateSentence } from "@/lib/format/translate-sentence";

/** How the page at hand says a sentence that the server made in English. */
export function useSentence(): (english: string) => string {
  const { sentences } = useMessages() as Readonly<{ sentences?: Sentences }>;
  return (english) => translateSentence(english, sentences);
}
