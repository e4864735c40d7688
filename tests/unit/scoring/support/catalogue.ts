import type { ScoringKind } from "@/lib/scoring/types";

/** A small catalogue: every valence, several categories, two half-lives within one category. */
export const KINDS: readonly ScoringKind[] = [
  { id: 1, key: "complaint", label: "Complaint", category: "complaint", valence: -1, halfLifeDays: 90 },
  { id: 2, key: "complaint-resolved", label: "Complaint resolved", category: "recovery", valence: 1, halfLifeDays: 90 },
  { id: 3, key: "purchase", label: "Purchase", category: "purchase", valence: 1, halfLifeDays: 60 },
  { id: 4, key: "return", label: "Return", category: "purchase", valence: -1, halfLifeDays: 30 },
  { id: 5, key: "login", label: "Sign-in", category: "usage", valence: 0, halfLifeDays: 14 },
  { id: 6, key: "call", label: "Call", category: "conversation", valence: 0, halfLifeDays: 30 },
  { id: 7, key: "nps-response", label: "NPS answer", category: "feedback", valence: 0, halfLifeDays: 180 },
  { id: 900, key: "price-increase", label: "Price increase", category: "contract", valence: -1, halfLifeDays: 120 },
];

const idByKey = new Map(KINDS.map((kind) => [kind.key, kind.id]));

/** The id of a kind of the small catalogue. */
export function kindId(key: string): number {
  const id = idByKey.get(key);
  if (id === undefined) throw new Error(`The test catalogue has no kind "${key}".`);
  return id;
}
