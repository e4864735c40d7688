import { runBulkChange } from "@/lib/bulk/run-bulk-change";
import { undoBulkChange } from "@/lib/bulk/undo-bulk-change";
import { dryRunImport } from "@/lib/imports/dry-run-import";
import { runImportTask } from "@/lib/imports/run-import-task";
import { undoImportTask } from "@/lib/imports/undo-import-task";
import { mergeKindsTask } from "@/lib/kinds/merge-kinds-task";
import { measureDrift } from "@/lib/models/measure-drift";
import { trainModelTask } from "@/lib/models/train-model-task";
import { scoreAllTask } from "@/lib/scores/score-all-task";
import { scoreCustomersTask } from "@/lib/scores/score-customers-task";
import type { TaskHandler, TaskName } from "./task-payloads";

/** Who does which work. A task without a handler does not compile. */
export const tasks: { readonly [T in TaskName]: TaskHandler<T> } = {
  "dry-run-import": dryRunImport,
  "run-import": runImportTask,
  "undo-import": undoImportTask,
  "merge-kinds": mergeKindsTask,
  "score-all": scoreAllTask,
  "score-customers": scoreCustomersTask,
  "train-model": trainModelTask,
  "measure-drift": measureDrift,
  "bulk-change": runBulkChange,
  "undo-bulk-change": undoBulkChange,
};
