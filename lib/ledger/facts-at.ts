import type { CustomerFacts } from "@/lib/scoring/types";
import type { FormerFacts } from "./load-former-facts";

/**
 * What was known of a customer at a moment: the first facts that were replaced after it, or those of today.
 * @param former oldest first
 */
export function factsAt(former: readonly FormerFacts[], current: CustomerFacts, knownMs: number): CustomerFacts {
  return former.find(({ replacedMs }) => replacedMs > knownMs)?.facts ?? current;
}
