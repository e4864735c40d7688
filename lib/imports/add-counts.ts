import type { ChunkResult } from "./import-pipeline";

type Counts = ChunkResult["counts"];

/** Adds what became of a chunk's rows to what became of those before. */
export function addCounts(total: { -readonly [Fate in keyof Counts]: number }, more: Counts): void {
  total.created += more.created;
  total.updated += more.updated;
  total.unchanged += more.unchanged;
  total.duplicates += more.duplicates;
  total.conflicts += more.conflicts;
  total.held += more.held;
}
