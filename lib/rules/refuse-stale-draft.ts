import { AppError } from "@/lib/errors";
import type { StoredRuleSet } from "./load-rule-set";

/**
 * Holds the draft against the one that the sender saw.
 * @throws AppError conflict, saying who changed it
 */
export function refuseStaleDraft(draft: StoredRuleSet | undefined, seenRevision: number): void {
  if ((draft?.revision ?? 0) === seenRevision) return;
  throw new AppError(
    "conflict",
    draft
      ? `${draft.changedBy ?? "Somebody"} has changed the draft since you opened it. Nothing was saved: look at the draft as it is now, then repeat what you did.`
      : "The draft you opened was published or thrown away meanwhile. Nothing was saved.",
  );
}
