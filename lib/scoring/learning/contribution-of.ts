import type { Term } from "@/lib/scoring/learning/additive-model";
import { encodeValue } from "@/lib/scoring/learning/encode-value";

/** What a term contributes to the log-odds where its column has the value (NaN or an unknown name: missing). */
export function contributionOf({ encoding, coefficients }: Term, value: number | string): number {
  const encoded = new Float64Array(coefficients.length);
  encodeValue(encoding, value, encoded, 0);
  let sum = 0;
  for (let at = 0; at < coefficients.length; at++) sum += (coefficients[at] as number) * (encoded[at] as number);
  return sum;
}
