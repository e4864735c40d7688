import type { TaskHandler } from "@/lib/jobs/task-payloads";
import { LostImport } from "./lost-import";
import { runImport } from "./run-import";

/** The background job of an import. One that was cancelled or taken over ends quietly. */
export const runImportTask: TaskHandler<"run-import"> = async ({ organisationId, payload, report, signal }) => {
  try {
    await runImport(organisationId, payload.importId, { report, signal });
  } catch (error) {
    if (!(error instanceof LostImport)) throw error;
  }
};
