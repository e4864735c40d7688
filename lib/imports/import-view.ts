import type { ImportDetected, ImportReading } from "@/lib/schemas/import-detected";
import type { DryRunFindings } from "@/lib/schemas/import-findings";
import type { ImportOptions } from "@/lib/schemas/import-options";
import type { UndoProgress } from "@/lib/schemas/import-undo";
import type { ImportState, ImportType } from "./import-types";
import type { Rehearsal } from "./rehearse-import";
import type { Reject } from "./reject";

/** The counts of an import; they add up to `rows`. Conflicts are among the duplicates. */
export type ImportCounts = Rehearsal;

/** An import as the list shows it. */
export type ImportSummary = Readonly<{
  id: number;
  type: ImportType;
  filename: string;
  status: ImportState;
  /** Its dry run is done. */
  isChecked: boolean;
  /** Its worker is gone: it can be gone on with. */
  isInterrupted: boolean;
  progress: Readonly<{ done: number; total: number; unit: string }>;
  counts: ImportCounts;
  hash: string;
  sizeBytes: number;
  createdBy: string;
  createdAt: string;
  startedAt: string | null;
  /** Since its worker began; by the database's clock. */
  elapsedSeconds: number | null;
  finishedAt: string | null;
  jobId: string | null;
  error: string | null;
  /** What its undo came to, or how far it is; null for one that was never undone. */
  undo: Omit<UndoProgress, "step" | "cursor"> | null;
  undoneBy: string | null;
  undoneAt: string | null;
}>;

/** How a file of the same shape was imported last. */
export type SavedMapping = Readonly<{ options: ImportOptions; filename: string; usedBy: string; usedAt: string }>;

/** An earlier import of a file with the same content, and what it brought in. */
export type KnownFile = Readonly<{ importId: number; finishedAt: string; created: number; updated: number }>;

/** All about one import. */
export type ImportView = ImportSummary &
  Readonly<{
    detected: ImportDetected;
    options: ImportOptions | null;
    reading: ImportReading | null;
    dryRun: (ImportCounts & Readonly<{ examples: readonly Reject[] }> & DryRunFindings) | null;
    savedMapping: SavedMapping | null;
    /** When a file with the same content was imported before. */
    sameFileImportedAt: string | null;
    /** The last import of the same file that stands: one that was undone does not. */
    knownFrom: KnownFile | null;
    /** It brought something in that an undo can take back. */
    canBeUndone: boolean;
    /** The first rejected rows; `rejects.csv` has them all. */
    rejects: readonly Reject[];
  }>;
