import type { RowRefusal } from "@/lib/imports/merge-result";
import type { HeldReason } from "@/lib/schemas/held-row";
import type { UnknownPolicy } from "@/lib/schemas/import-options";

/** What is done with rows of unknown customers and kinds. */
export type UnknownPolicies = Readonly<{ unknownCustomer: UnknownPolicy; unknownKind: UnknownPolicy }>;

/** What the merge is told: it knows no pen, and refuses what is to be held. */
export function mergePolicy(policy: UnknownPolicy): "create" | "reject" {
  return policy === "create" ? "create" : "reject";
}

/** Parts what a merge refused into rows that are to wait, with the reason, and rows that are refused for good. */
export function splitRefusals(
  refusals: readonly RowRefusal[],
  { unknownCustomer, unknownKind }: UnknownPolicies,
): Readonly<{ toHold: ReadonlyMap<number, HeldReason>; refused: readonly RowRefusal[] }> {
  const toHold = new Map<number, HeldReason>();
  const refused: RowRefusal[] = [];
  for (const refusal of refusals) {
    if (refusal.code === "unknown-customer" && unknownCustomer === "hold") toHold.set(refusal.row, refusal.code);
    else if (refusal.code === "unknown-kind" && unknownKind === "hold") toHold.set(refusal.row, refusal.code);
    else refused.push(refusal);
  }
  return { toHold, refused };
}
