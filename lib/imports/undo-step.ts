import type { PoolClient } from "pg";
import type { UndoChunk } from "./add-undo-result";

/** An import whose rows are taken back, so many in one transaction. */
export type UndoTarget = Readonly<{ organisationId: number; importId: number; chunkRows: number }>;

/**
 * Takes back one chunk of one kind of rows in the caller's transaction.
 * @param cursor where the chunk before ended; 0 at the beginning
 * @returns undefined when nothing is left to look at
 */
export type UndoStep = (client: PoolClient, target: UndoTarget, cursor: number) => Promise<UndoChunk | undefined>;
