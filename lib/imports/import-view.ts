import type { ImportDetected, ImportReading } from "@/lib/schemas/import-detected";
import type { DryRunFindings } from "@/lib/schemas/import-findings";
import type { ImportOptions } from "@/lib/schemas/import-options";
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
}>;

/** How a file of the same shape was imported last. */
export type SavedMapping = Readonly<{ options: ImportOptions; filename: string; usedBy: string; usedAt: string }>;

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
    /** The first rejected rows; `rejects.csv` has them all. */
    rejects: readonly Reject[];
  }>;
