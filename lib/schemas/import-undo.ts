import { z } from "zod";

/** Why something stays as an import left it, or could not be taken back. */
export const UNDO_REASONS = [
  "changed-since",
  "has-other-data",
  "kind-in-use",
  "kind-edited",
  "gone",
  "refused",
] as const;

const tally = z.object({ reversed: z.int(), kept: z.int(), errored: z.int() });
export type UndoTally = z.infer<typeof tally>;

const reason = z.object({
  code: z.enum(UNDO_REASONS),
  of: z.enum(["customers", "kinds", "outcomes"]),
  count: z.int(),
  /** The first few: ids of customers, keys of kinds, days of outcomes. */
  examples: z.array(z.string()),
});
export type UndoReason = z.infer<typeof reason>;

/** What an undo came to so far; kept with the import after each chunk. */
export const undoProgress = tally.extend({
  /** What was made on the way to the rows, and is taken back with them when nothing else needs it. */
  customers: tally,
  kinds: tally,
  heldRows: z.int(),
  reasons: z.array(reason),
  /** Where it goes on after a crash. */
  step: z.int(),
  cursor: z.int(),
});
export type UndoProgress = z.infer<typeof undoProgress>;
