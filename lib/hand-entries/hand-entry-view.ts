import type { OutcomeType } from "@/lib/schemas/outcome";

/** What a person wrote down about a customer. */
export type HandEntryView = Readonly<{
  id: number;
  type: "touchpoint" | "note" | "outcome";
  /** Of a touchpoint. */
  kindLabel: string | null;
  /** Of an outcome. */
  outcome: OutcomeType | null;
  note: string | null;
  happenedAtMs: number;
  author: string;
  /** Whether whoever looks may take it back: the author, or an admin. */
  mayRemove: boolean;
}>;
