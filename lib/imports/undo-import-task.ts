import type { TaskHandler } from "@/lib/jobs/task-payloads";
import { LostImport } from "./lost-import";
import { runUndo } from "./run-undo";

/** The background job of an undo. One that was taken over by another worker ends quietly. */
export const undoImportTask: TaskHandler<"undo-import"> = async ({ organisationId, payload, report, signal }) => {
  try {
    await runUndo(organisationId, payload.importId, { report, signal });
  } catch (error) {
    if (!(error instanceof LostImport)) throw error;
  }
};
