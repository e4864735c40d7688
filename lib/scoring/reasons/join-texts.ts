import type { ReasonText } from "@/lib/scoring/types";

/** Several texts as one, by a message with the places `first` and `rest`; undefined for none. */
export function joinTexts(texts: readonly ReasonText[], id: string): ReasonText | undefined {
  return texts.reduceRight<ReasonText | undefined>(
    (rest, first) => (rest === undefined ? first : { id, values: {}, parts: { first, rest } }),
    undefined,
  );
}
