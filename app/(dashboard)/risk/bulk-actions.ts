"use server";

import { startBulkChange } from "@/lib/bulk/start-bulk-change";
import { startBulkUndo } from "@/lib/bulk/start-bulk-undo";
import { action } from "@/lib/http/action";
import { bulkChangeId, bulkRequest } from "@/lib/schemas/bulk-change";

export const startBulkAction = action({ action: "customers.write", input: bulkRequest }, async ({ member, input }) =>
  startBulkChange(member, input),
);

export const undoBulkAction = action({ action: "customers.write", input: bulkChangeId }, async ({ member, input }) => ({
  jobId: await startBulkUndo(member, input.id),
}));
